package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which callbacks a merchant wants to get again.
 *
 * @param status empty for all that are not pending
 * @param from the time of the earliest
 * @param to later than all of them
 */
public record ReplayRequest(
        MerchantId merchant, Optional<CallbackStatus> status, Optional<Instant> from, Optional<Instant> to) {

    public ReplayRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(status);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
