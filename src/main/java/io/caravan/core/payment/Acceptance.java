package io.caravan.core.payment;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A payer's word that an invoice shall be paid.
 *
 * @param date the day the payer chose; none is today
 * @param card the card the payer chose; none is the one in the wallet
 */
public record Acceptance(PayerId payer, InvoiceId invoice, Optional<LocalDate> date, Optional<UUID> card) {

    public Acceptance {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(date);
        Objects.requireNonNull(card);
    }
}
