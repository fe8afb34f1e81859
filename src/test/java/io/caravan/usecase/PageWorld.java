package io.caravan.usecase;

import io.caravan.PaymentWorld;
import io.caravan.callback.PlainForm;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.Pages;
import io.caravan.core.page.PhoneWishes;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Outcome;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptLimits;
import io.caravan.core.prompt.PromptRequest;
import io.caravan.store.Database;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcPartners;
import io.caravan.store.JdbcPaymentChoices;
import io.caravan.store.JdbcPhoneWishes;
import io.caravan.store.JdbcPreTransactions;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.page.PromptPayer;
import io.caravan.usecase.page.ShowInvoicePage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An invoice of 360 DKK behind a link, due in a week, and what can be done on its page. */
final class PageWorld {

    static final int PER_PHONE = 3;
    static final int PER_ADDRESS = 5;

    final PaymentWorld world;
    final Payer payer;
    final InvoiceId invoice;
    final PageToken token;
    final String address;
    final PhoneWishes wishes;
    private final ShowInvoicePage showInvoicePage;
    private final PromptPayer promptPayer;

    PageWorld(Database database) {
        world = new PaymentWorld(database);
        world.realTime.moveTo(world.realTime.instant().truncatedTo(ChronoUnit.MILLIS));
        payer = world.aPayer();
        invoice = world.anInvoice(payer, PaymentWorld.TODAY.plusDays(7), Delivery.LINK);
        var tokens = new PageTokens("test", Map.of("test", new byte[32]));
        Pages pages = new JdbcPages(new TransactionalJdbc(world.jdbc.getDataSource()), tokens);
        token = tokens.of(tokens.first(invoice));
        address = "from " + token.text();
        world.inTransaction(() -> {
            pages.add(List.of(tokens.first(invoice)));
            return null;
        });
        showInvoicePage = world.transactions(new ShowInvoicePage(
                pages,
                world.merchants,
                world.invoices,
                world.schedules,
                world.payments,
                world.prompts,
                world.events,
                new JdbcPreTransactions(new TransactionalJdbc(world.jdbc.getDataSource())),
                new JdbcPartners(
                        new TransactionalJdbc(world.jdbc.getDataSource()), PlainForm.SEALER, Clock.systemUTC()),
                new JdbcPaymentChoices(new TransactionalJdbc(world.jdbc.getDataSource())),
                new BillingTerms(Set.of(), 5),
                new PreTransactionLinks("https://pay.example"),
                world.businessTime,
                world.realTime));
        wishes = new JdbcPhoneWishes(new TransactionalJdbc(world.jdbc.getDataSource()));
        promptPayer = world.transactions(new PromptPayer(
                pages,
                world.merchants,
                world.payers,
                world.offeredChannels,
                world.invoices,
                world.prompts,
                world.notices,
                new PromptLimits(PER_PHONE, PER_ADDRESS),
                world.businessTime,
                world.realTime));
    }

    /** The payer's phone, today, from a fresh form. */
    PromptRequest form() {
        return form(Optional.empty(), Optional.empty(), address);
    }

    PromptRequest form(Phone phone, String from) {
        return form(Optional.of(phone), Optional.empty(), from);
    }

    PromptRequest form(Optional<Phone> phone, Optional<LocalDate> date, String from) {
        return new PromptRequest(
                token, PromptId.random(), world.invoice(invoice).number(), phone, date, from);
    }

    Prompt prompt(PromptRequest request) {
        return promptPayer.prompt(request);
    }

    InvoicePage page() {
        return showInvoicePage.show(new PageRequest(token, Optional.empty()));
    }

    InvoicePage page(PromptId prompt) {
        return showInvoicePage.show(new PageRequest(token, Optional.of(prompt)));
    }

    PageState state() {
        return page().state();
    }

    PageState state(Prompt prompt) {
        return page(prompt.id()).state();
    }

    /** The payer says yes, and the acquirer this. */
    void pay(Payer by, Outcome outcome) {
        var acceptance = PaymentWorld.now(by, invoice);
        world.noteAcceptance.note(acceptance);
        var charge = world.startPayment.start(acceptance);
        var sent = world.sendOperation.send(charge).orElseThrow().operation();
        world.settleOperation.settle(charge, sent.fence(), outcome);
    }

    void schedule(Payer by, LocalDate date) {
        var acceptance = PaymentWorld.on(date, by, invoice);
        world.noteAcceptance.note(acceptance);
        world.scheduleInvoice.schedule(acceptance);
    }

    int notices() {
        return world.jdbc.queryForObject(
                "select count(*) from notice where subject_id = ? and kind = 'INVOICE_PROMPTED'",
                Integer.class,
                invoice.value());
    }
}
