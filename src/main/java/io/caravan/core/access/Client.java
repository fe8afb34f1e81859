package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A program that may ask for tokens: a merchant's system, or the wallet app.
 *
 * @param secretHash SHA-256 of the secret, 64 hexadecimal digits
 */
public record Client(String id, String secretHash, Optional<MerchantId> merchant, Set<Scope> scopes) {

    public Client {
        Objects.requireNonNull(id);
        Objects.requireNonNull(secretHash);
        Objects.requireNonNull(merchant);
        scopes = Set.copyOf(scopes);
        if (merchant.isPresent() && scopes.contains(Scope.CONSUMER)) {
            throw new IllegalArgumentException("A merchant cannot act for payers");
        }
    }
}
