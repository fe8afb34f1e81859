package io.caravan.core.callback;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which a sales unit knows that a callback to one of its registrations is ours: it signs the address, the
 * time and the body. The key is the text itself, as it was told.
 */
public record RegistrationSecret(String text) {

    private static final int BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    public RegistrationSecret {
        Objects.requireNonNull(text);
    }

    /** A new one: the base64 of 64 bytes. */
    public static RegistrationSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RegistrationSecret(Base64.getEncoder().encodeToString(bytes));
    }

    /** The headers that prove a POST of this body to this address at this time. */
    public Map<String, String> sign(URI uri, byte[] body, Instant at) {
        var date = DATE.format(at);
        var host = host(uri);
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        try {
            var hash = base64(MessageDigest.getInstance("SHA-256").digest(body));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = "POST\n" + path + query + "\n" + date + ";" + host + ";" + hash;
            var signature = base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return Map.of(
                    "x-ms-date",
                    date,
                    "x-ms-content-sha256",
                    hash,
                    "Host",
                    host,
                    "Authorization",
                    "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As receivers read it from the address: in lower case, and with a port only where it is not the usual one. */
    private static String host(URI uri) {
        int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() == -1 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "RegistrationSecret";
    }
}
