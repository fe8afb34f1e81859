package io.caravan.core.payment;

import io.caravan.core.money.Money;
import java.util.Currency;
import java.util.Set;

/**
 * What may be put on phone bills.
 *
 * @param asksPerHour how often the owner of one phone is asked within an hour, whoever wishes it
 */
public record BillingTerms(Set<Currency> currencies, int asksPerHour) {

    public BillingTerms {
        currencies = Set.copyOf(currencies);
    }

    /** Whether a carrier takes this; it may still refuse. */
    public boolean take(Money amount) {
        return currencies.contains(amount.currency());
    }
}
