package io.caravan.dialect.paymentinvoices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The header by which a merchant knows that a callback comes from us: it covers the bytes of the body. */
final class CallbackSignature {

    static final String HEADER = "X-Signature";

    private CallbackSignature() {}

    static String of(String privateKey, byte[] body) {
        try {
            var key = privateKey.getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(key);
            digest.update(body);
            return Base64.getEncoder().encodeToString(digest.digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
