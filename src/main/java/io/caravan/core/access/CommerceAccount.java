package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Objects;

/**
 * A merchant's name where it calls with a key instead of a token.
 *
 * @param id {@code coma_} and more
 * @param keyHash SHA-256 of the API key, 64 hexadecimal digits
 * @param oldHashes those of keys that have been replaced and are still good
 */
public record CommerceAccount(String id, String keyHash, MerchantId merchant, List<String> oldHashes) {

    public CommerceAccount {
        Objects.requireNonNull(id);
        Objects.requireNonNull(keyHash);
        Objects.requireNonNull(merchant);
        oldHashes = List.copyOf(oldHashes);
    }

    /** An account with one good key. */
    public CommerceAccount(String id, String keyHash, MerchantId merchant) {
        this(id, keyHash, merchant, List.of());
    }

    /** Whether this is a good key; takes as long for any wrong one. */
    public boolean isOpenedBy(String key) {
        return SecretHash.matches(key, keyHash) | SecretHash.matchesOne(key, oldHashes);
    }
}
