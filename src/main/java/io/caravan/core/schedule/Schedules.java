package io.caravan.core.schedule;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The days that payers chose, and the attempts to pay on them. Whoever changes one has locked its invoice. */
public interface Schedules {

    /** The schedule of this invoice, if its payer ever chose a day. */
    Optional<Schedule> find(InvoiceId invoice);

    /** Stores the schedule in place of the invoice's earlier one. */
    void put(Schedule schedule);

    /** Ends the due schedules of invoices that have been closed. */
    void endClosed(Instant now);

    /** Invoices for which an attempt is due and that no payment holds, the longest due first. */
    List<InvoiceId> due(Instant now, int limit);

    /** Puts an attempt that is due off to a later time, whatever is the matter with its invoice. */
    void putOff(InvoiceId invoice, Instant now, Instant until);

    /**
     * Writes down that the last attempt of the schedule is this payment.
     *
     * @return whether it is the first with its number for that invoice and day; if not, nothing was written
     */
    boolean begin(Schedule tried, PaymentId payment);

    /** Whether this payment is an attempt of a schedule. */
    boolean began(PaymentId payment);
}
