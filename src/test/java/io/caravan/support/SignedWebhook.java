package io.caravan.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook as a provider signs it. */
public record SignedWebhook(String id, String timestamp, String signature, byte[] body) {

    /** The sandbox acquirer's. */
    public static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXBzcC13ZWJob29rLXNlY3JldA==";

    /** The sandbox carrier's. */
    public static final String CARRIER_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhcnJpZXItd2ViaG9vay1zZWNyZXQ=";

    /** The sandbox bank's. */
    public static final String BANK_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWJhbmstd2ViaG9vay1zZWNyZXQ=";

    /** The sandbox SMS gateways'. */
    public static final String SMS_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LXNtcy13ZWJob29rLXNlY3JldA==";

    /** Signed by the acquirer. */
    public static SignedWebhook of(String id, long seconds, String body) {
        return of(SECRET, id, seconds, body);
    }

    public static SignedWebhook of(String secret, String id, long seconds, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            mac.update((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return new SignedWebhook(
                    id, Long.toString(seconds), "v1," + Base64.getEncoder().encodeToString(mac.doFinal()), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
