package io.caravan.core.notice;

import io.caravan.core.event.Event;
import java.time.Instant;
import java.util.List;

/** The reminders that are to come, at most one for each invoice. */
public interface Reminders {

    /** Plans a reminder for each invoice that these events bring to its payer directly; one planned before stays as it is. */
    void plan(List<Event> events);

    /**
     * What was taken.
     *
     * @param taken how many
     * @param notices to the payers of those that are not too late, and whose invoices nobody has answered
     */
    record Batch(int taken, List<Notice> notices) {

        public Batch {
            notices = List.copyOf(notices);
        }
    }

    /** Takes due reminders away, but for those that somebody else is taking. */
    Batch take(Instant now, int limit);
}
