package io.caravan.usecase.payment;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payable;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.payment.SessionRequest;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.Map;

/** Begins to pay an invoice on the provider's page. It claims nothing: many may open pages, and one of them pays. */
public class StartSession {

    private final Payable payable;
    private final Payers payers;
    private final Invoices invoices;
    private final Payments payments;
    private final Events events;
    private final Clock clock;

    public StartSession(
            Merchants merchants, Payers payers, Invoices invoices, Payments payments, Events events, Clock clock) {
        this.payable = new Payable(merchants);
        this.payers = payers;
        this.invoices = invoices;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The reservation, which has yet to be sent to the provider.
     *
     * @throws Problem INVOICE_UNKNOWN for anybody else's invoice, PAYER_UNAVAILABLE, or why it cannot be paid now
     */
    public OperationId start(SessionRequest request) {
        var payer = request.payer().map(id -> payers.find(id).orElseThrow(Forbidden::new));
        var invoice = invoices.find(request.invoice())
                .filter(asked -> payer.map(asked::isFor).orElse(true))
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, request.invoice()));
        if (payer.filter(Payer::blocked).isPresent()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
        var now = clock.instant();
        payable.check(invoice, now);

        var payment = Payment.byPage(invoice, request.payer(), now);
        var authorize = payment.authorize(ProviderPage.returningTo(request.returnUrl()));
        payments.add(payment, authorize, Payments.PATIENCE);
        events.record(Event.of(payment, EventType.PAYMENT_CREATED, now, Map.of()));
        return authorize.id();
    }
}
