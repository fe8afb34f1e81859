package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of a merchant's payment invoices are asked for.
 *
 * @param page from 1
 * @param newestFirst otherwise the oldest first
 */
public record PaymentInvoiceQuery(
        MerchantId merchant,
        Optional<String> reference,
        Optional<PaymentInvoiceStatus> status,
        int page,
        int size,
        boolean newestFirst) {

    public PaymentInvoiceQuery {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(status);
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("pages begin with 1 and have at least one line");
        }
    }
}
