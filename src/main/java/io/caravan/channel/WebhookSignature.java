package io.caravan.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which a provider's webhooks are told from everybody else's, as Standard Webhooks 1.0 have it. */
public final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[!-~]{1,255}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final byte[] key;
    private final Clock realTime;

    /**
     * Checks with this secret.
     *
     * @param secret {@code whsec_} and the base64 of 24 to 64 bytes
     */
    public WebhookSignature(String secret, Clock realTime) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook secret starts with " + PREFIX);
        }
        this.key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("A webhook secret has 24 to 64 bytes");
        }
        this.realTime = realTime;
    }

    /**
     * Whether exactly these bytes were signed with the secret, within the last five minutes or, as clocks differ, the
     * next. How far a wrong signature is right cannot be told from the time that this takes.
     *
     * @param signatures one or several, with spaces between
     */
    boolean isGenuine(String id, String timestamp, String signatures, byte[] body) {
        if (id == null
                || timestamp == null
                || signatures == null
                || body == null
                || !ID.matcher(id).matches()
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        var age = Math.abs(realTime.instant().getEpochSecond() - Long.parseLong(timestamp));
        var right = sign(id, timestamp, body);
        return age <= TOLERANCE.toSeconds()
                && Arrays.stream(signatures.split(" "))
                                .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
                                .filter(signature -> MessageDigest.isEqual(signature, right))
                                .count()
                        > 0;
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return (VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
