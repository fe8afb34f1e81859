package io.caravan.usecase;

import io.caravan.PaymentWorld;
import io.caravan.callback.PlainForm;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceLimits;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.PhoneLimits;
import io.caravan.core.page.PhoneVisit;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.PartnerSettings;
import io.caravan.core.partner.Presets;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.pretransaction.ImportChunk;
import io.caravan.core.pretransaction.ImportRow;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactionRequest;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.pretransaction.SingleCallbacks;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.prompt.PromptId;
import io.caravan.store.Database;
import io.caravan.store.JdbcCallbackPlaces;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcPartners;
import io.caravan.store.JdbcPaymentChoices;
import io.caravan.store.JdbcPhoneWishes;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.BeginPhoneBill;
import io.caravan.usecase.page.ShowInvoicePage;
import io.caravan.usecase.pretransaction.CreatePreTransaction;
import io.caravan.usecase.pretransaction.ImportPreTransactions;
import io.caravan.usecase.pretransaction.NewPreTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A partner whose invoices can be paid on phone bills, and what can be done about them. */
final class PartnerWorld {

    static final Currency DKK = Currency.getInstance("DKK");

    final PaymentWorld world;
    final Merchant merchant;
    final Partner partner;
    final JdbcKeptAnswers answers;
    final CreatePreTransaction createPreTransaction;
    final ImportPreTransactions importPreTransactions;
    final PreTransactions preTransactions;
    final JdbcPhoneWishes wishes;
    private final BeginPhoneBill beginPhoneBill;
    private final ShowInvoicePage showInvoicePage;
    private final PageTokens tokens = new PageTokens("test", Map.of("test", new byte[32]));

    PartnerWorld(Database database) {
        world = new PaymentWorld(database);
        var stores = new TransactionalJdbc(world.jdbc.getDataSource());
        var terms = new BillingTerms(Set.of(DKK), 100);
        var links = new PreTransactionLinks("https://pay.example");
        preTransactions = world.preTransactions;
        wishes = new JdbcPhoneWishes(stores);
        var partners = new JdbcPartners(stores, PlainForm.SEALER, Clock.systemUTC());
        var pages = new JdbcPages(stores, tokens);
        var choices = new JdbcPaymentChoices(stores);
        merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
        partner = new Partner(
                Math.abs(world.merchant.hashCode()),
                world.merchant,
                world.issuer,
                new byte[] {1},
                new PartnerSettings(Map.of("phone", Channel.CARRIER, "wallet", Channel.PUSH), none()));
        world.inTransaction(() -> {
            partners.put(partner, List.of());
            return null;
        });
        var created = new NewPreTransactions(
                world.merchants,
                world.invoices,
                pages,
                new PageLinks(tokens, "https://pay.example"),
                preTransactions,
                new ReferenceLinks(new byte[32]),
                new JdbcCallbackPlaces(stores, PlainForm.SEALER),
                world.notices,
                world.events,
                new InvoiceRules(new InvoiceLimits(Map.of(), 10)),
                terms,
                world.businessTime);
        answers = new JdbcKeptAnswers(stores, database, world.realTime);
        createPreTransaction = world.transactions(new CreatePreTransaction(created, answers));
        importPreTransactions = world.transactions(new ImportPreTransactions(created, preTransactions, answers));
        beginPhoneBill = world.transactions(new BeginPhoneBill(
                pages,
                world.merchants,
                world.invoices,
                world.payments,
                choices,
                world.prompts,
                wishes,
                world.holds,
                new PhoneLimits(3, 5),
                terms,
                preTransactions,
                partners,
                links,
                world.events,
                world.businessTime,
                world.realTime));
        showInvoicePage = world.transactions(new ShowInvoicePage(
                pages,
                world.merchants,
                world.invoices,
                world.schedules,
                world.payments,
                world.prompts,
                world.events,
                preTransactions,
                partners,
                choices,
                terms,
                links,
                world.businessTime,
                world.realTime));
    }

    /** One of 360 DKK that was sent under this reference. */
    InvoiceId invoice(String reference) {
        return invoice(row(1, reference));
    }

    /** The same, that can be paid until then. */
    InvoiceId invoice(String reference, Instant end) {
        return invoice(row(1, reference, Optional.of(end)));
    }

    private InvoiceId invoice(ImportRow row) {
        var reference = row.draft().referenceId().orElseThrow();
        importPreTransactions.take(new ImportChunk(merchant, List.of(row), Optional.empty()), Map.of());
        return world.inTransaction(() -> preTransactions.find(merchant.id(), reference))
                .orElseThrow()
                .invoice()
                .id();
    }

    ImportRow row(int number, String reference) {
        return row(number, reference, Optional.empty());
    }

    /** Creates one that can be paid until then, under this key. */
    Answer create(String key, String reference, Instant end) {
        return createPreTransaction.create(new PreTransactionRequest(
                merchant,
                row(1, reference, Optional.of(end)).draft(),
                new SingleCallbacks(List.of(), List.of()),
                Optional.of(new RequestKey(key, "0".repeat(64))),
                made -> Answer.json(201, made.invoice().id().toString().getBytes(StandardCharsets.US_ASCII))));
    }

    private ImportRow row(int number, String reference, Optional<Instant> end) {
        var draft = new PreTransactionDraft(
                partner,
                new Money(36000, DKK),
                Optional.of(new Phone("+4571300001")),
                Optional.of(reference),
                Optional.empty(),
                end,
                terms());
        return new ImportRow(number, draft, new SingleCallbacks(List.of(), List.of()));
    }

    ImportChunk chunk(String key, List<ImportRow> rows) {
        return new ImportChunk(
                merchant,
                rows,
                Optional.of(key).filter(known -> !known.isEmpty()).map(known -> new RequestKey(known, "0".repeat(64))));
    }

    /** A fresh form of this invoice's page, sent from this address for this phone. */
    PhoneVisit form(InvoiceId invoice, String phone, String address) {
        return new PhoneVisit(
                token(invoice),
                UUID.randomUUID(),
                world.invoice(invoice).number(),
                Optional.of(new Phone(phone)),
                Confirmation.PIN,
                address);
    }

    OperationId begin(PhoneVisit visit) {
        return beginPhoneBill.begin(visit);
    }

    PageState state(InvoiceId invoice, UUID visit) {
        return showInvoicePage
                .show(new PageRequest(token(invoice), Optional.of(new PromptId(visit))))
                .state();
    }

    PageState state(InvoiceId invoice) {
        return showInvoicePage
                .show(new PageRequest(token(invoice), Optional.empty()))
                .state();
    }

    private PageToken token(InvoiceId invoice) {
        return tokens.of(tokens.first(invoice));
    }

    private static Presets none() {
        return new Presets(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("DKK"),
                Optional.of(true));
    }

    private static Terms terms() {
        return calling(Optional.empty());
    }

    static Terms calling(Optional<String> statusCallbackUrl) {
        return new Terms(
                List.of("phone", "wallet"),
                Optional.empty(),
                Optional.of("Skis"),
                Optional.empty(),
                Optional.empty(),
                statusCallbackUrl,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Thank you"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Map.of());
    }
}
