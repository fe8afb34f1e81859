package io.caravan.usecase.reconciliation;

import io.caravan.core.event.Events;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Ends the comparison of a day: what the provider has done by its own word must have been on its list by now. */
public class FinishReconciliation {

    private static final int BATCH = 200;

    /** What was done shortly before midnight may be on the next day's list: clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Reconciliation reconciliation;
    private final Differences differences;
    private final Clock clock;

    public FinishReconciliation(Reconciliation reconciliation, Payments payments, Events events, Clock clock) {
        this.reconciliation = reconciliation;
        this.differences = new Differences(reconciliation, payments, events);
        this.clock = clock;
    }

    /** Reports a batch of what is missing and answers whether there may be more; if not, the day has been compared. */
    public boolean finish(LocalDate day) {
        var end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(MARGIN);
        var missing = reconciliation.unlisted(end, BATCH);
        differences.report(missing.stream().map(this::missing).toList());
        var more = missing.size() == BATCH;
        if (!more) {
            reconciliation.finish(day);
        }
        return more;
    }

    private Difference missing(Operation operation) {
        return new Difference(
                Optional.of(operation.payment()),
                operation.id().toString(),
                Difference.Kind.MISSING_THERE,
                operation.kind() + " of " + operation.amount() + ", "
                        + operation.providerReference().orElse("without an id") + ", is on no list",
                clock.instant());
    }
}
