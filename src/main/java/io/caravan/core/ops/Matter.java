package io.caravan.core.ops;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something about money that somebody should look into.
 *
 * @param position in the list of all of its kind, by business time
 * @param finding what was found, as {@code DOUBT}
 * @param what in words
 * @param about our id or the provider's of what it is about; empty if nothing is known
 * @param provider whose word it is; empty if it is ours
 * @param payment that it is about, if one is known here
 * @param merchantName whose payment it is; empty if none is known
 */
public record Matter(
        Kind kind,
        Position position,
        String finding,
        String what,
        String about,
        String provider,
        Optional<UUID> payment,
        String merchantName) {

    /** Where it comes from. */
    public enum Kind {
        /** What a provider said, or what cannot be done. */
        ALARM,
        /** Between a provider's list and ours. */
        DIFFERENCE,
        /** Money that came too late and could not be given back. */
        LATE_MONEY;

        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(text))
                    .findFirst();
        }
    }

    public Matter {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(position);
        Objects.requireNonNull(finding);
        Objects.requireNonNull(what);
        Objects.requireNonNull(about);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(merchantName);
    }
}
