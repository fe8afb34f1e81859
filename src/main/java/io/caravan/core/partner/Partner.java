package io.caravan.core.partner;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * A merchant as the Mobile Invoice API knows it.
 *
 * @param issuer in whose name it asks
 * @param key signs its requests
 */
public record Partner(int id, MerchantId merchant, IssuerId issuer, byte[] key, PartnerSettings settings) {

    public Partner {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(settings);
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partner partner && id == partner.id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "partner " + id;
    }
}
