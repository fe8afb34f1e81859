package io.caravan.core.setup;

import io.caravan.core.merchant.MerchantId;
import java.util.Optional;

/**
 * A program that may ask for tokens: a merchant's, or without a merchant the wallet app. Without a secret it gets one.
 * Whether it is enabled stays as it is unless this says so.
 */
public record ClientTerms(
        String id, Optional<MerchantId> merchant, Optional<Boolean> enabled, Optional<String> secret) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "client " + id;
    }
}
