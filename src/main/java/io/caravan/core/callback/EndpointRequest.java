package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * A merchant's wish where its callbacks of a dialect shall go.
 *
 * @param authorizationHeader the value of the {@code Authorization} header of each callback; empty for none
 */
public record EndpointRequest(MerchantId merchant, Dialect dialect, String url, String authorizationHeader) {

    public EndpointRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(url);
        Objects.requireNonNull(authorizationHeader);
    }

    /** Keeps the credential out of logs. */
    @Override
    public String toString() {
        return "callbacks of " + merchant + " in " + dialect;
    }
}
