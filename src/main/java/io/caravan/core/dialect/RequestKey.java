package io.caravan.core.dialect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The caller's word that two requests are one: its {@code Idempotency-Key}, and what the request said.
 *
 * @param hash SHA-256 of method, path and body, 64 hexadecimal digits
 */
public record RequestKey(String key, String hash) {

    public RequestKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(hash);
    }

    /** The same key among those of this space: who has another may use the same key. */
    public RequestKey within(String space) {
        return new RequestKey(space + "/" + key, hash);
    }

    public static RequestKey of(String key, String method, String path, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
            return new RequestKey(key, HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
