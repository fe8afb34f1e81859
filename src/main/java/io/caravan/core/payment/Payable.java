package io.caravan.core.payment;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;

/** Which invoices can be paid. */
public final class Payable {

    private final Merchants merchants;

    public Payable(Merchants merchants) {
        this.merchants = merchants;
    }

    /** @throws Problem why the invoice cannot be paid now */
    public void check(Invoice invoice, Instant now) {
        var zone = merchants.find(invoice.merchant()).orElseThrow().zone();
        var closed = !invoice.status().canBecome(InvoiceStatus.PAID)
                || LocalDate.ofInstant(now, zone).isAfter(invoice.lastDay());
        if (invoice.status() == InvoiceStatus.PAID) {
            throw Problem.of(ProblemCode.INVOICE_ALREADY_PAID, invoice.id());
        }
        if (closed) {
            throw Problem.of(ProblemCode.INVOICE_CLOSED, invoice.id());
        }
        if (!invoice.isFree()) {
            throw Problem.of(ProblemCode.PAYMENT_IN_PROGRESS, invoice.id());
        }
    }
}
