package io.caravan.core.merchant;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names an issuer: a branch or department of a merchant. */
public record IssuerId(UUID value) {

    public IssuerId {
        Objects.requireNonNull(value);
    }

    public static IssuerId random() {
        return new IssuerId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<IssuerId> parse(String text) {
        return Uuids.parse(text).map(IssuerId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
