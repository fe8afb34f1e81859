package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.Operation;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Money of a payment invoice on its way back.
 *
 * @param reference what the merchant calls it, once only
 * @param requestHash of the request that asked for it
 * @param operation at the bank; how it stands says how the refund does
 */
public record Refund(
        PaymentInvoiceId invoice,
        String reference,
        Optional<String> description,
        String requestHash,
        Operation operation,
        Instant createdAt) {

    public Refund {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(description);
        Objects.requireNonNull(requestHash);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(createdAt);
    }
}
