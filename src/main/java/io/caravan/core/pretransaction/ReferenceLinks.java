package io.caravan.core.pretransaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids under which the pages of invoices are found that have a reference. They follow from the reference and a key, so
 * that a partner learns of the address before there is an invoice, and nobody else can.
 */
public final class ReferenceLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    public ReferenceLinks(byte[] key) {
        this.key = key.clone();
    }

    /** The first 122 bits of an HMAC over partner and reference, as a UUID of version 4. */
    public UUID of(int partner, String referenceId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var said = "reference\n" + partner + "\n" + referenceId;
            var bits = ByteBuffer.wrap(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bits.getLong() & ~0xF000L | 0x4000L, bits.getLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
