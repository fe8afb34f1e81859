package io.caravan.core.invoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * An invoice that has just expired, in a few words: there may be very many at once.
 *
 * @param number of the event that tells of it
 */
public record Expired(InvoiceId id, MerchantId merchant, Dialect dialect, int number) {

    public Expired {
        Objects.requireNonNull(id);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
    }
}
