package io.caravan.core.consent;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a consent. Random: it tells nothing of the invoice that it was requested with. */
public record ConsentId(UUID value) {

    public ConsentId {
        Objects.requireNonNull(value);
    }

    public static ConsentId random() {
        return new ConsentId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<ConsentId> parse(String text) {
        return Uuids.parse(text).map(ConsentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
