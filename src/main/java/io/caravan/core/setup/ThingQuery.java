package io.caravan.core.setup;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which things are looked for.
 *
 * @param merchant only this merchant's
 * @param text what their id or their title has in it, however it is written; empty for all
 * @param after the last one of the page before
 */
public record ThingQuery(ThingKind kind, Optional<MerchantId> merchant, String text, Optional<After> after) {

    /** A place in the order of things, which is by title and id. */
    public record After(String title, String id) {}

    public ThingQuery {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(text);
        Objects.requireNonNull(after);
        var written = text + after.map(last -> last.title() + last.id()).orElse("");
        if (written.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Nothing has such a name.");
        }
    }

    /** The first ones of a kind. */
    public static ThingQuery all(ThingKind kind) {
        return new ThingQuery(kind, Optional.empty(), "", Optional.empty());
    }

    /** The first ones of a merchant. */
    public static ThingQuery of(MerchantId merchant, ThingKind kind) {
        return new ThingQuery(kind, Optional.of(merchant), "", Optional.empty());
    }

    /** The same, from there on. */
    public ThingQuery from(Thing last) {
        return new ThingQuery(
                kind,
                merchant,
                text,
                Optional.of(new After(last.title(), last.name().id())));
    }
}
