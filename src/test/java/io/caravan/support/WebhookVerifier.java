package io.caravan.support;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks callbacks as the published receivers of ePayment webhooks do; it knows the service by its contract only. */
public final class WebhookVerifier {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private WebhookVerifier() {}

    /** @param headers by their names in lower case */
    public static boolean accepts(String secret, URI registered, Map<String, String> headers, byte[] body) {
        var date = headers.get("x-ms-date");
        var age = Duration.between(
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), Instant.now());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        try {
            var hash = encoded(MessageDigest.getInstance("SHA-256").digest(body));
            var path =
                    registered.getRawPath() + (registered.getRawQuery() == null ? "" : "?" + registered.getRawQuery());
            var text = String.join("\n", "POST", path, date + ";" + headers.get("host") + ";" + hash);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            var expected = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
                    + encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return hash.equals(headers.get("x-ms-content-sha256"))
                    && expected.equals(headers.get("authorization"))
                    && registered.getAuthority().equals(headers.get("host"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
