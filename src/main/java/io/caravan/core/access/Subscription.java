package io.caravan.core.access;

import io.caravan.core.salesunit.SalesUnit;
import java.util.List;
import java.util.Objects;

/**
 * A sales unit and the two keys that open it, one as good as the other.
 *
 * @param keyHash SHA-256 of a key, 64 hexadecimal digits
 * @param otherKeyHash that of the other
 * @param oldHashes those of keys that have been replaced and are still good
 */
public record Subscription(SalesUnit unit, String keyHash, String otherKeyHash, List<String> oldHashes) {

    public Subscription {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(keyHash);
        Objects.requireNonNull(otherKeyHash);
        oldHashes = List.copyOf(oldHashes);
    }

    /** A sales unit with its two keys and no others. */
    public Subscription(SalesUnit unit, String keyHash, String otherKeyHash) {
        this(unit, keyHash, otherKeyHash, List.of());
    }

    /** Whether this is one of the keys; takes as long for any wrong one. */
    public boolean isOpenedBy(String key) {
        return SecretHash.matches(key, keyHash)
                | SecretHash.matches(key, otherKeyHash)
                | SecretHash.matchesOne(key, oldHashes);
    }
}
