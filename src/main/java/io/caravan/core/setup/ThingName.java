package io.caravan.core.setup;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a thing is known by.
 *
 * @param merchant whose it is, if things of its kind are somebody's
 * @param id among those of its kind; of callbacks, the dialect
 */
public record ThingName(ThingKind kind, Optional<MerchantId> merchant, String id) {

    public ThingName {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Nothing has such an id.");
        }
        if (merchant.isPresent() != kind.isOfMerchant()) {
            throw new IllegalArgumentException("A " + kind.word()
                    + (kind.isOfMerchant() ? " belongs to a merchant: say which" : " belongs to no merchant"));
        }
    }
}
