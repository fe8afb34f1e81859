package io.caravan.core.page;

import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import java.net.URI;
import java.util.Objects;

/**
 * Somebody's wish, on the page of a payment invoice, to pay with a card.
 *
 * @param returnUrl where the acquirer sends the payer afterwards
 */
public record HostedCardVisit(PaymentInvoiceId invoice, URI returnUrl) {

    public HostedCardVisit {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(returnUrl);
    }
}
