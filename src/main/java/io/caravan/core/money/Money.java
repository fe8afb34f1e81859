package io.caravan.core.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** An amount in the minor units of its currency: 360.00 DKK is 36000. */
public record Money(long minor, Currency currency) {

    public Money {
        Objects.requireNonNull(currency);
    }

    /**
     * The amount of that many major units.
     *
     * @throws ArithmeticException if it has more decimals than the currency, or does not fit 18 digits
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** In major units, with the decimals of the currency: 360.00. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isMoreThan(Money other) {
        return minor > sameCurrency(other).minor;
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }
}
