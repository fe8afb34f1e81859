package io.caravan.core.pretransaction;

import io.caravan.core.money.Money;
import java.time.LocalDate;
import java.util.Objects;

/** What a merchant's payments by one provider, or its SMS, came to on a day of UTC. */
public record TurnoverDay(
        LocalDate day, String provider, int count, Money taken, int refundCount, Money refunded, int smsParts) {

    public TurnoverDay {
        Objects.requireNonNull(day);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(taken);
        Objects.requireNonNull(refunded);
    }
}
