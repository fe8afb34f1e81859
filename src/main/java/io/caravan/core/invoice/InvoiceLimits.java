package io.caravan.core.invoice;

import io.caravan.core.money.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * How much and how often a merchant may ask.
 *
 * @param largest the largest total of one invoice, for each currency that has a limit
 * @param daily invoices to one payer on one day of the merchant's zone
 */
public record InvoiceLimits(Map<Currency, Money> largest, int daily) {

    public InvoiceLimits {
        largest = Map.copyOf(largest);
        if (daily < 1) {
            throw new IllegalArgumentException("the daily limit is at least 1");
        }
    }

    Optional<Money> largest(Currency currency) {
        return Optional.ofNullable(largest.get(currency));
    }
}
