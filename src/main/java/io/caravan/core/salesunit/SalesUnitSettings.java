package io.caravan.core.salesunit;

import java.time.Duration;
import java.util.Objects;

/**
 * What a sales unit may do.
 *
 * @param test payments may be approved in the payer's place
 * @param pushMessage payments may go straight to the payer's app
 * @param directCapture all of a payment is captured as soon as it is authorized
 * @param longLiving how far ahead a payment may expire
 * @param longLivingNeedsReceipt a payment that lives longer than ten minutes needs a receipt or a category
 * @param nationalIdentity payers may be asked for their national identity number
 */
public record SalesUnitSettings(
        boolean test,
        boolean pushMessage,
        boolean directCapture,
        Duration longLiving,
        boolean longLivingNeedsReceipt,
        boolean nationalIdentity) {

    public SalesUnitSettings {
        Objects.requireNonNull(longLiving);
    }
}
