package io.caravan.core.paymentinvoice;

import java.util.List;
import java.util.Objects;

/**
 * A part of what was asked for.
 *
 * @param total how many there are in all; one more than {@link #COUNTED} stands for any number above it
 */
public record PaymentInvoicePage(PaymentInvoiceQuery query, List<PaymentInvoiceReport> reports, int total) {

    /** No more are counted, so that a page costs the same however many there are. */
    public static final int COUNTED = 1000;

    public PaymentInvoicePage {
        Objects.requireNonNull(query);
        reports = List.copyOf(reports);
    }

    /** Whether there are more than were counted. */
    public boolean isCutShort() {
        return total > COUNTED;
    }

    /** Whether another page follows; where not all were counted, it may be empty. */
    public boolean hasNext() {
        return isCutShort() ? reports.size() == query.size() : (long) query.page() * query.size() < total;
    }
}
