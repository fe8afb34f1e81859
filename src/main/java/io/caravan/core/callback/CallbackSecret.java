package io.caravan.core.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret by which a merchant knows that a callback is ours, as Standard Webhooks 1.0 have it. */
public final class CallbackSecret {

    private static final String PREFIX = "whsec_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    /** Reads {@code whsec_} and the base64 of 24 to 64 bytes. */
    public CallbackSecret(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A callback secret starts with " + PREFIX);
        }
        key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("A callback secret has 24 to 64 bytes");
        }
    }

    /** A new one, of 32 bytes. */
    public static CallbackSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new CallbackSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** As merchants know it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The signature over exactly these bytes, sent at this time (Unix seconds). */
    public String sign(DeliveryId id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
