package io.caravan.core.partner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request with a signature over it: the first 10 characters of the base64 of HMAC-SHA256 over partner, method, URL,
 * time, nonce and the body's MD5.
 *
 * @param urls the absolute URLs that the caller may have meant, with their queries
 */
public record HmacRequest(HmacCredential credential, String method, List<String> urls, byte[] body) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 10;

    public HmacRequest {
        Objects.requireNonNull(credential);
        Objects.requireNonNull(method);
        Objects.requireNonNull(body);
        urls = List.copyOf(urls);
    }

    /** Whether this key has signed it. Clients differ in how they encode some characters of the URL. */
    public boolean isSignedBy(byte[] key) {
        var given = credential.signature().getBytes(StandardCharsets.UTF_8);
        return urls.stream()
                .flatMap(HmacRequest::encodings)
                .distinct()
                .anyMatch(
                        url -> MessageDigest.isEqual(given, signature(url, key).getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> encodings(String url) {
        var usual = URLEncoder.encode(url.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
        var bare = usual.replace("%21", "!").replace("%28", "(").replace("%29", ")");
        return Stream.of(usual, bare, usual.replace("*", "%2A"), bare.replace("*", "%2A"));
    }

    private String signature(String url, byte[] key) {
        try {
            var said = "" + credential.partner() + method + url
                    + credential.at().getEpochSecond() + credential.nonce() + digest();
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return base64(mac.doFinal(said.getBytes(StandardCharsets.UTF_8))).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String digest() throws GeneralSecurityException {
        return body.length == 0 ? "" : base64(MessageDigest.getInstance("MD5").digest(body));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Keeps bodies out of logs. */
    @Override
    public String toString() {
        return method + " of partner " + credential.partner();
    }
}
