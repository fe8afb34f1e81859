package io.caravan.dialect.callbacks;

import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.time.Instants;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The place after which a page begins, as callers hand it back to us; they need not understand it. */
final class Cursor {

    private static final int BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    private Cursor() {}

    static String write(CallbackPlace place) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(place.createdAt().getEpochSecond())
                .putInt(place.createdAt().getNano())
                .putLong(place.id().getMostSignificantBits())
                .putLong(place.id().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty if we have not written this. */
    static Optional<CallbackPlace> read(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            var seconds = bytes.getLong();
            var at = Instant.ofEpochSecond(seconds, bytes.getInt());
            return Instants.isStorable(at)
                    ? Optional.of(new CallbackPlace(at, new UUID(bytes.getLong(), bytes.getLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
