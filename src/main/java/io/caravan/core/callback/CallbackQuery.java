package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of its callbacks a merchant wants to see.
 *
 * @param subject what they are about, as the merchant calls it, or its id
 * @param from the time of the earliest
 * @param to later than all of them
 * @param after the last one seen before; those that are older follow
 */
public record CallbackQuery(
        MerchantId merchant,
        Optional<CallbackStatus> status,
        Optional<String> subject,
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
