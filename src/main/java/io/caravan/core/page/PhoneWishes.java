package io.caravan.core.page;

import io.caravan.core.invoice.InvoiceId;
import java.time.Instant;

/** Which invoices were to be paid on phone bills, from which addresses: kept to count them. Times are real. */
public interface PhoneWishes {

    /** Writes down what somebody has wished from this address. */
    void add(PhoneVisit visit, InvoiceId invoice, Instant at);

    /** How many came from this address since then. */
    int countFrom(String address, Instant since);

    /** How many were about this invoice since then. */
    int countFor(InvoiceId invoice, Instant since);

    /** Forgets at most so many that were made before this time, and tells how many. */
    int forgetBefore(Instant time, int limit);
}
