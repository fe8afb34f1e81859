package io.caravan.core.payment;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish to pay an invoice on the provider's page.
 *
 * @param payer who it is, if that is known: a link can be paid by anyone
 * @param returnUrl where the provider sends the payer afterwards
 */
public record SessionRequest(InvoiceId invoice, Optional<PayerId> payer, URI returnUrl) {

    public SessionRequest {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payer);
        Objects.requireNonNull(returnUrl);
    }
}
