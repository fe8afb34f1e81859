package io.caravan.core.paymentinvoice;

import java.util.List;
import java.util.Objects;

/**
 * A part of what was asked for.
 *
 * @param total how many there are in all
 */
public record PaymentInvoicePage(PaymentInvoiceQuery query, List<PaymentInvoiceReport> reports, int total) {

    public PaymentInvoicePage {
        Objects.requireNonNull(query);
        reports = List.copyOf(reports);
    }
}
