package io.caravan.core.paymentrequest;

import io.caravan.core.money.Money;
import java.util.Objects;

/**
 * A line of what is sold, as its payer sees it.
 *
 * @param amount less than nothing for returned goods
 */
public record OfferedLine(String name, Money amount) {

    public OfferedLine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(amount);
    }
}
