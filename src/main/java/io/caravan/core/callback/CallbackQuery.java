package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of its callbacks a merchant wants to see.
 *
 * @param from the time of the earliest
 * @param to later than all of them
 * @param after the last one seen before; those that are older follow
 */
public record CallbackQuery(
        MerchantId merchant,
        Optional<CallbackStatus> status,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<CallbackPlace> after) {

    public CallbackQuery {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(status);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(after);
    }
}
