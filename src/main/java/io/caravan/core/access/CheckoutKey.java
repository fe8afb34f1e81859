package io.caravan.core.access;

import java.util.Objects;
import java.util.Optional;

/**
 * What stands in the links of a shop for its commerce account. It is no secret, and opens nothing but the checkout.
 *
 * @param publicKey {@code pk_test_} or {@code pk_live_} and more
 * @param account the commerce account
 * @param testMode whether payments are asked for in test mode
 * @param returnUrl where payers go afterwards; a link cannot say it
 */
public record CheckoutKey(String publicKey, String account, boolean testMode, Optional<String> returnUrl) {

    public CheckoutKey {
        Objects.requireNonNull(publicKey);
        Objects.requireNonNull(account);
        Objects.requireNonNull(returnUrl);
    }
}
