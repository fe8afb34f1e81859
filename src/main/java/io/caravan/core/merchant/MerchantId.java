package io.caravan.core.merchant;

import io.caravan.core.id.Uuids;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a merchant. */
public record MerchantId(UUID value) {

    public MerchantId {
        Objects.requireNonNull(value);
    }

    public static MerchantId random() {
        return new MerchantId(UUID.randomUUID());
    }

    /** The id written in this text; empty if the text is not a UUID in its 36-character form. */
    public static Optional<MerchantId> parse(String text) {
        return Uuids.parse(text).map(MerchantId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
