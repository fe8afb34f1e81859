package io.caravan.usecase.notice;

import io.caravan.core.notice.Notices;
import io.caravan.core.notice.Reminders;
import java.time.Clock;

/** Reminds payers of invoices that they have neither accepted nor rejected. */
public class RemindPayers {

    private static final int BATCH = 1000;

    private final Reminders reminders;
    private final Notices notices;
    private final Clock clock;

    public RemindPayers(Reminders reminders, Notices notices, Clock clock) {
        this.reminders = reminders;
        this.notices = notices;
        this.clock = clock;
    }

    /** Makes a notice of each due reminder that is not too late, and answers whether there may be more. */
    public boolean remind() {
        var batch = reminders.take(clock.instant(), BATCH);
        notices.add(batch.notices());
        return batch.taken() >= BATCH;
    }
}
