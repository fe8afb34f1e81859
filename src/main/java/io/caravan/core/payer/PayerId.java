package io.caravan.core.payer;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a payer known to the wallet. */
public record PayerId(UUID value) {

    public PayerId {
        Objects.requireNonNull(value);
    }

    public static PayerId random() {
        return new PayerId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<PayerId> parse(String text) {
        return Uuids.parse(text).map(PayerId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
