package io.caravan.dialect.callbacks;

import io.caravan.core.callback.CallbackDetails;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.FetchedUrl;
import io.caravan.core.callback.LoggedAttempt;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.RotatedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON of answers, key by key in the order of the contract. What has no value is null. */
final class Wire {

    private Wire() {}

    record Page(List<Item> items, String nextCursor) {}

    record Tests(List<Item> items) {}

    record Replayed(long replayed) {}

    record Secret(String secret) {}

    record Rotated(String secret, String previousValidUntil) {

        static Rotated of(RotatedSecret rotated) {
            return new Rotated(
                    rotated.secret().text(), rotated.previousValidUntil().toString());
        }
    }

    record Item(
            String id,
            String dialect,
            String subject,
            String event,
            String endpoint,
            String state,
            int attempts,
            String nextAttemptAt,
            String createdAt) {

        static Item of(LoggedCallback callback) {
            return new Item(
                    DeliveryId.of(callback.id()).value(),
                    callback.dialect().text(),
                    callback.subject(),
                    callback.event().name().toLowerCase(Locale.ROOT),
                    callback.endpoint().map(FetchedUrl::url).orElse(null),
                    callback.status().text(),
                    callback.attempts(),
                    time(callback.nextAttemptAt()),
                    callback.createdAt().toString());
        }
    }

    /** An item with the attempts themselves in the place of their number. */
    record Details(
            String id,
            String webhookId,
            String dialect,
            String subject,
            String event,
            String endpoint,
            String state,
            List<Attempt> attempts,
            String nextAttemptAt,
            String createdAt) {

        static Details of(CallbackDetails details) {
            var callback = details.callback();
            var item = Item.of(callback);
            return new Details(
                    item.id(),
                    callback.delivery().map(DeliveryId::value).orElse(null),
                    item.dialect(),
                    item.subject(),
                    item.event(),
                    item.endpoint(),
                    item.state(),
                    details.attempts().stream().map(Attempt::of).toList(),
                    item.nextAttemptAt(),
                    item.createdAt());
        }
    }

    record Attempt(String time, Integer status, long durationMs, String error, String answer) {

        static Attempt of(LoggedAttempt attempt) {
            return new Attempt(
                    attempt.at().toString(),
                    attempt.status().orElse(null),
                    attempt.duration().toMillis(),
                    attempt.error().orElse(null),
                    attempt.answer().orElse(null));
        }
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
