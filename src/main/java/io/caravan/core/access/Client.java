package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that may ask for tokens: a merchant's system, or the wallet app.
 *
 * @param secretHash SHA-256 of the secret, 64 hexadecimal digits
 * @param enabled whether it may call; one that may not has kept its secret
 * @param oldHashes those of secrets that have been replaced and are still good
 */
public record Client(
        String id,
        String secretHash,
        Optional<MerchantId> merchant,
        Set<Scope> scopes,
        boolean enabled,
        List<String> oldHashes) {

    public Client {
        Objects.requireNonNull(id);
        Objects.requireNonNull(secretHash);
        Objects.requireNonNull(merchant);
        scopes = Set.copyOf(scopes);
        oldHashes = List.copyOf(oldHashes);
        if (merchant.isPresent() && scopes.contains(Scope.CONSUMER)) {
            throw new IllegalArgumentException("A merchant cannot act for payers");
        }
    }

    /** A client with one good secret, who may call. */
    public Client(String id, String secretHash, Optional<MerchantId> merchant, Set<Scope> scopes) {
        this(id, secretHash, merchant, scopes, true, List.of());
    }

    /** Of all secrets that are good, the newest first. */
    public List<String> goodHashes() {
        return Stream.concat(Stream.of(secretHash), oldHashes.stream()).toList();
    }
}
