package io.caravan.usecase.reconciliation;

import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Takes the next day whose operations have not been compared with the provider's list. */
public class BeginReconciliation {

    /** Longer than a day's list takes to read. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Reconciliation reconciliation;
    private final Duration delay;
    private final Clock realTime;

    /**
     * Compares by real time, as providers keep their books.
     *
     * @param delay how long after its end a day can be compared
     */
    public BeginReconciliation(Reconciliation reconciliation, Duration delay, Clock realTime) {
        this.reconciliation = reconciliation;
        this.delay = delay;
        this.realTime = realTime;
    }

    /** The day to compare; empty if there is none, or somebody else compares it. */
    public Optional<LocalDate> begin() {
        var lastDay = LocalDate.ofInstant(realTime.instant().minus(delay), ZoneOffset.UTC)
                .minusDays(1);
        return reconciliation.begin(lastDay, LEASE);
    }
}
