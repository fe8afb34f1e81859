package io.caravan.core.access;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * A merchant's name where it calls with a key instead of a token.
 *
 * @param id {@code coma_} and more
 * @param keyHash SHA-256 of the API key, 64 hexadecimal digits
 */
public record CommerceAccount(String id, String keyHash, MerchantId merchant) {

    public CommerceAccount {
        Objects.requireNonNull(id);
        Objects.requireNonNull(keyHash);
        Objects.requireNonNull(merchant);
    }
}
