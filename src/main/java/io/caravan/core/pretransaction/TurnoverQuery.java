package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import java.time.LocalDate;
import java.util.Objects;

/** A wish to see a merchant's turnover, both days included. */
public record TurnoverQuery(MerchantId merchant, LocalDate from, LocalDate to) {

    public TurnoverQuery {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
