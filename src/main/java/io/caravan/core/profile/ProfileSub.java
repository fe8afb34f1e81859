package io.caravan.core.profile;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What one merchant calls a payer: always the same, and another for each merchant. */
public record ProfileSub(UUID value) {

    public ProfileSub {
        Objects.requireNonNull(value);
    }

    /** The name written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<ProfileSub> parse(String text) {
        return Uuids.parse(text).map(ProfileSub::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
