package io.caravan.core.ops;

import io.caravan.core.callback.DeliveryId;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback that was given up.
 *
 * @param position in the list of all
 * @param name by which it is replayed
 * @param url where it was to go
 * @param reason the name of a {@link io.caravan.core.callback.DeadReason}
 * @param answer what its last attempt brought, as {@code 500} or an error; empty if there was none
 */
public record DeadCallback(
        Position position,
        DeliveryId name,
        MerchantId merchant,
        String merchantName,
        Dialect dialect,
        EventType event,
        UUID subject,
        String url,
        String reason,
        Optional<String> answer) {

    /** The time of the event, or of its last replay. */
    public Instant since() {
        return position.at();
    }
}
