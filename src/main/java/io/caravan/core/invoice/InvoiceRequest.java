package io.caravan.core.invoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A merchant's wish to have an invoice created.
 *
 * @param key the merchant's idempotency key, if it sent one
 * @param answer writes what the merchant is told of the created invoice
 */
public record InvoiceRequest(
        Merchant merchant, InvoiceDraft draft, Optional<RequestKey> key, Function<Invoice, Answer> answer) {

    public InvoiceRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
    }
}
