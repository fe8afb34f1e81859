package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that counts for what a partner is billed.
 *
 * @param id of the event, or of the SMS: each counts once
 * @param day of UTC
 * @param provider by which name the payment was chosen, or {@value #SMS}
 * @param amount minor units; of an SMS, its parts
 */
public record TurnoverEntry(
        UUID id, MerchantId merchant, LocalDate day, String provider, Currency currency, Kind kind, long amount) {

    /** Under which SMS are counted, in the currency of their invoices. */
    public static final String SMS = "sms";

    /** What it is. */
    public enum Kind {
        TAKEN,
        REFUNDED,
        SMS
    }

    public TurnoverEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(day);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(kind);
    }
}
