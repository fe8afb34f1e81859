package io.caravan.usecase.page;

import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Channel;
import io.caravan.core.page.CardVisit;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.Pages;
import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.SessionRequest;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.usecase.payment.StartSession;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import java.time.Clock;
import java.util.Optional;

/** Begins to pay an invoice with a card, as somebody has chosen on its page. The same form begins one payment. */
public class BeginCardPayment {

    private final Pages pages;
    private final Invoices invoices;
    private final Payments payments;
    private final PaymentChoices choices;
    private final Offers offers;
    private final StartSession startSession;
    private final Clock clock;

    public BeginCardPayment(
            Pages pages,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Payments payments,
            PaymentChoices choices,
            PreTransactions preTransactions,
            Partners partners,
            PreTransactionLinks links,
            Events events,
            Clock clock) {
        this.pages = pages;
        this.invoices = invoices;
        this.payments = payments;
        this.choices = choices;
        this.offers = new Offers(
                preTransactions,
                partners,
                new FindPartnerTransaction(preTransactions, partners, payments, choices, events),
                links);
        this.startSession = new StartSession(merchants, payers, invoices, payments, events, clock);
        this.clock = clock;
    }

    /**
     * The reservation, which has yet to be sent to the acquirer unless it was begun before.
     *
     * @throws PageRefused UNKNOWN, or OUTDATED if the invoice cannot be paid now, or not with a card, or has changed
     *     since a form was drawn that has begun nothing
     */
    public OperationId begin(CardVisit visit) {
        var invoice =
                pages.find(visit.token()).flatMap(invoices::lock).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var details = offers.details(invoice).orElseThrow(() -> new PageRefused(Reason.OUTDATED));
        if (!invoice.isFree() || details.preTransaction().isOver(clock.instant())) {
            throw new PageRefused(Reason.OUTDATED);
        }
        return begun(visit).orElseGet(() -> begin(visit, invoice, details));
    }

    private OperationId begin(CardVisit visit, Invoice invoice, PreTransactionDetails details) {
        var name = offers.name(details, Channel.PSP).orElseThrow(() -> new PageRefused(Reason.OUTDATED));
        if (invoice.number() != visit.number()) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var operation = startSession.start(new SessionRequest(invoice.id(), Optional.empty(), visit.returnUrl()));
        choices.add(payments.operation(operation).orElseThrow().payment(), name, visit.id());
        return operation;
    }

    private Optional<OperationId> begun(CardVisit visit) {
        return choices.find(visit.id()).flatMap(payment -> payments.operations(payment).stream()
                .filter(operation -> operation.kind() == OperationKind.AUTHORIZE)
                .map(operation -> operation.id())
                .findFirst());
    }
}
