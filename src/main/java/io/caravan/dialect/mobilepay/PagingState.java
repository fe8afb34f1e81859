package io.caravan.dialect.mobilepay;

import io.caravan.core.consent.ConsentId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where the next page of a list begins, in a form that nobody is to read anything into: 22 characters of base64url. */
final class PagingState {

    private static final int LENGTH = 16;

    private PagingState() {}

    static String write(ConsentId last) {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(last.value().getMostSignificantBits())
                .putLong(last.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty if it was not written here. */
    static Optional<ConsentId> read(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != LENGTH) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new ConsentId(new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
