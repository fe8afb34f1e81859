package io.caravan.usecase.invoice;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.schedule.Schedules;
import java.time.Clock;
import java.util.List;

/** Finds invoices whose payers chose a day that has come. */
public class FindDuePayments {

    private static final int BATCH = 50;

    private final Schedules schedules;
    private final Clock clock;

    public FindDuePayments(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    /** A batch of them, the longest due first. Schedules of invoices that have been closed end here. */
    public List<InvoiceId> find() {
        var now = clock.instant();
        schedules.endClosed(now);
        return schedules.due(now, BATCH);
    }
}
