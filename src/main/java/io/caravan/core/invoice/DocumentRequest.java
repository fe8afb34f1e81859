package io.caravan.core.invoice;

import io.caravan.core.payer.PayerId;
import java.util.Objects;
import java.util.Optional;

/**
 * A wish to see an invoice as a document.
 *
 * @param payer who asks; empty for somebody who has proved to have the invoice's link
 */
public record DocumentRequest(InvoiceId invoice, Optional<PayerId> payer) {

    public DocumentRequest {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payer);
    }
}
