package io.caravan.core.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far our operations have been compared with the provider's own list, and what differed. Days are days of UTC. */
public interface Reconciliation {

    /**
     * Takes the first day that has not been compared, for the time of the lease. The very first time, there is nothing
     * to compare up to this day.
     *
     * @param last the last day that can be compared
     * @return empty if all have been, or if somebody else compares
     */
    Optional<LocalDate> begin(LocalDate last, Duration lease);

    /** Those of these operations that exist. */
    List<Operation> find(Collection<OperationId> ids);

    /** Remembers that the provider's list of this day has these settled operations. */
    void list(Collection<OperationId> ids, LocalDate day);

    /**
     * Operations that the provider has done, by what it said before this time, and that are on none of its lists; without
     * those that were reported missing.
     */
    List<Operation> unlisted(Instant settledBefore, int limit);

    /**
     * Reports the difference, unless it has been reported before.
     *
     * @return whether it is a new one
     */
    boolean report(Difference difference);

    /** All up to this day has been compared. */
    void finish(LocalDate day);

    /** The last day that has been compared; empty before the first. */
    Optional<LocalDate> compared();
}
