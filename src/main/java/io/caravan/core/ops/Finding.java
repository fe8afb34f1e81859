package io.caravan.core.ops;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice or a payment that an operator looked for.
 *
 * @param name what its merchant or its payer calls it; empty if it has only its id
 * @param invoice that the payment is for; empty for an invoice, and for payments that pay none
 */
public record Finding(
        Kind kind,
        UUID id,
        String name,
        MerchantId merchant,
        String merchantName,
        Dialect dialect,
        String status,
        Money amount,
        Optional<Phone> phone,
        Optional<UUID> invoice,
        Instant createdAt) {

    /** What can be found. */
    public enum Kind {
        INVOICE,
        PAYMENT
    }
}
