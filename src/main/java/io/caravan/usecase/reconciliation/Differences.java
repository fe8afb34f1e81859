package io.caravan.usecase.reconciliation;

import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.History;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Differences as part of a payment's history: each leaves one row for people and one event, however often it is found. */
final class Differences {

    private final Reconciliation reconciliation;
    private final Payments payments;
    private final History history;

    Differences(Reconciliation reconciliation, Payments payments, Events events) {
        this.reconciliation = reconciliation;
        this.payments = payments;
        this.history = new History(payments, events);
    }

    /** Reports these; payments are locked in the order of their ids, so that two who report do not wait in a circle. */
    void report(List<Difference> found) {
        found.stream()
                .sorted(Comparator.comparing(difference ->
                        difference.payment().map(PaymentId::toString).orElse("")))
                .forEach(this::report);
    }

    private void report(Difference difference) {
        var payment = difference.payment().flatMap(payments::lock);
        if (reconciliation.report(difference)) {
            payment.ifPresent(locked -> history.write(
                    locked.noted(),
                    EventType.PAYMENT_QUESTIONED,
                    difference.at(),
                    Map.of(Detail.REASON, difference.kind() + ": " + difference.what())));
        }
    }
}
