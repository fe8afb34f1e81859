package io.caravan.usecase.invoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.DailyLimit;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceRequest;
import io.caravan.core.invoice.InvoiceRules;
import io.caravan.core.invoice.NewInvoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Takes an invoice from a merchant: stored, to be announced to the payer and reported to the merchant. */
public class CreateInvoice {

    private final Merchants merchants;
    private final Payers payers;
    private final NewInvoices invoices;
    private final Pages pages;
    private final PageLinks links;
    private final KeptAnswers answers;
    private final InvoiceRules rules;
    private final Clock clock;

    public CreateInvoice(
            Merchants merchants,
            Payers payers,
            NewInvoices invoices,
            Pages pages,
            PageLinks links,
            KeptAnswers answers,
            InvoiceRules rules,
            Clock clock) {
        this.merchants = merchants;
        this.payers = payers;
        this.invoices = invoices;
        this.pages = pages;
        this.links = links;
        this.answers = answers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Creates the invoice, or repeats the answer kept under the request's idempotency key.
     *
     * @throws Problem the first rule that the invoice breaks; then nothing is stored
     */
    public Answer create(InvoiceRequest request) {
        var merchant = request.merchant();
        var draft = request.draft();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, merchant.zone());
        var invoice = Invoice.create(InvoiceId.random(), merchant.id(), draft, now);
        var answer = request.answer().apply(invoice);
        var earlier = request.key().flatMap(key -> answers.keep(merchant.id(), key, answer));
        if (earlier.isPresent()) {
            return links.fill(earlier.get());
        }

        rules.checkIssuer(draft, merchants.issuer(merchant.id(), draft.issuer()));
        if (draft.delivery() == Delivery.DIRECT) {
            rules.checkPayer(draft.phone().flatMap(payers::find));
        }
        rules.checkContent(draft, today);
        refuseUnlessStored(invoices.add(
                invoice,
                draft.fingerprint(merchant.id()),
                invoice.expiresAt(merchant.zone()),
                new DailyLimit(today, rules.dailyLimit()),
                Event.of(invoice, EventType.INVOICE_CREATED, now, Map.of())));
        if (draft.delivery() == Delivery.LINK) {
            pages.add(List.of(links.first(invoice.id())));
        }
        return links.fill(answer);
    }

    private static void refuseUnlessStored(NewInvoices.Outcome outcome) {
        switch (outcome) {
            case EXISTS -> throw Problem.of(ProblemCode.INVOICE_EXISTS, "invoice");
            case OVER_DAILY_LIMIT -> throw Problem.of(ProblemCode.DAILY_LIMIT_REACHED, "phone");
            case STORED -> {}
        }
    }
}
