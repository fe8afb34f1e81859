package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.EventType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback as its merchant sees it.
 *
 * @param subject what it is about, as the merchant calls it
 * @param endpoint the URL; none while it is held
 * @param attempts all that were made, those of earlier deliveries included
 * @param delivery in which it goes, or has gone last; none while it waits for its first
 */
public record LoggedCallback(
        UUID id,
        Dialect dialect,
        String subject,
        EventType event,
        Optional<String> endpoint,
        CallbackStatus status,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Instant createdAt,
        Optional<DeliveryId> delivery) {}
