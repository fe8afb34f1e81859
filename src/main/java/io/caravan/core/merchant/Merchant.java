package io.caravan.core.merchant;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;

/**
 * Who asks for money. Its currency and its days (due dates, daily limits) are those of its country.
 *
 * @param country ISO 3166 code, two letters
 */
public record Merchant(
        MerchantId id, String name, String country, Currency currency, ZoneId zone, String vatNumber, boolean enabled) {

    public Merchant {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(country);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(vatNumber);
    }
}
