package io.caravan.core.invoice;

import java.time.LocalDate;
import java.util.Objects;

/** How many invoices a payer may get from a merchant on this day, in the merchant's zone. */
public record DailyLimit(LocalDate day, int invoices) {

    public DailyLimit {
        Objects.requireNonNull(day);
    }
}
