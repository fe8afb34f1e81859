package io.caravan.usecase.page;

import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PaymentCancel;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import java.time.Clock;
import java.util.Map;

/** Ends a payment because whoever has its link does not want it. */
public class AbortPayment {

    private final PaymentRequests requests;
    private final Payments payments;
    private final History history;
    private final Clock clock;

    public AbortPayment(PaymentRequests requests, Payments payments, Events events, Clock clock) {
        this.requests = requests;
        this.payments = payments;
        this.history = new History(payments, events);
        this.clock = clock;
    }

    /**
     * Aborts it; one that was aborted stays so.
     *
     * @throws PageRefused UNKNOWN, or OUTDATED if it has ended otherwise, or its money may be reserved any moment
     */
    public void abort(PaymentCancel cancel) {
        var request = requests.find(cancel.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var payment = payments.lock(request.payment()).orElseThrow();
        if (payment.status() == PaymentStatus.ABORTED) {
            return;
        }
        var isUnderWay = payments.operations(payment.id()).stream()
                .anyMatch(attempt -> attempt.state().isOpen());
        if (payment.status() != PaymentStatus.CREATED || isUnderWay) {
            throw new PageRefused(Reason.OUTDATED);
        }
        history.write(payment.end(PaymentStatus.ABORTED), EventType.PAYMENT_ABORTED, clock.instant(), Map.of());
    }
}
