package io.caravan.core.partner;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A merchant as the Mobile Invoice API knows it.
 *
 * @param issuer in whose name it asks
 * @param key signs its requests
 * @param oldKeys those that have been replaced and are still good
 */
public record Partner(
        int id, MerchantId merchant, IssuerId issuer, byte[] key, PartnerSettings settings, List<byte[]> oldKeys) {

    public Partner {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(settings);
        key = key.clone();
        oldKeys = List.copyOf(oldKeys);
    }

    /** A partner with one good key. */
    public Partner(int id, MerchantId merchant, IssuerId issuer, byte[] key, PartnerSettings settings) {
        this(id, merchant, issuer, key, settings, List.of());
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** All that sign its requests, the newest first. */
    public Stream<byte[]> goodKeys() {
        return Stream.concat(Stream.of(key), oldKeys.stream()).map(byte[]::clone);
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
