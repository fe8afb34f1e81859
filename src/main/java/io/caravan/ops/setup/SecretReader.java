package io.caravan.ops.setup;

import java.util.Base64;
import java.util.Optional;

/** Secrets that a setup gives. */
final class SecretReader {

    private static final int LONGEST = 200;

    private final int shortest;

    SecretReader(int shortest) {
        this.shortest = shortest;
    }

    Optional<String> read(Fields fields, String name) {
        return fields.optional(
                name,
                text -> Optional.of(text)
                        .filter(secret -> secret.length() >= shortest
                                && secret.length() <= LONGEST
                                && secret.chars().allMatch(c -> c > ' ' && c < 127)),
                "must have %d to %d printable ASCII characters without blanks".formatted(shortest, LONGEST));
    }

    /** A key in base64. */
    Optional<String> key(Fields fields, String name) {
        return fields.optional(
                name,
                text -> Optional.of(text)
                        .filter(key -> Base64.getDecoder().decode(key).length >= 16)
                        .filter(key -> key.length() <= LONGEST),
                "must be the base64 of at least 16 bytes");
    }
}
