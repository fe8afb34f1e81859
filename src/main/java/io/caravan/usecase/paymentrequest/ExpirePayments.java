package io.caravan.usecase.paymentrequest;

import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** Ends payments that nobody has approved in time. One that is being authorized waits for what becomes of that. */
public class ExpirePayments {

    private final PaymentRequests requests;
    private final Payments payments;
    private final History history;
    private final Clock clock;

    public ExpirePayments(PaymentRequests requests, Payments payments, Events events, Clock clock) {
        this.requests = requests;
        this.payments = payments;
        this.history = new History(payments, events);
        this.clock = clock;
    }

    /** Expires so many, those first whose time was over first, and answers whether there may be more. */
    public boolean expire(int limit) {
        var now = clock.instant();
        var due = requests.due(now, limit);
        due.stream().sorted(Comparator.comparing(PaymentId::value)).forEach(id -> expire(id, now));
        return due.size() >= limit;
    }

    private void expire(PaymentId id, Instant now) {
        var payment = payments.lock(id).orElseThrow();
        var isUnderWay = payments.operations(id).stream()
                .anyMatch(operation -> operation.state().isOpen());
        if (payment.status() == PaymentStatus.CREATED && !isUnderWay) {
            history.write(payment.end(PaymentStatus.EXPIRED), EventType.PAYMENT_EXPIRED, now, Map.of());
        }
    }
}
