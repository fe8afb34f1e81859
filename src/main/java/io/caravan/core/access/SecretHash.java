package io.caravan.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of a client's secret. Enough for secrets that are random and long; a slow hash would cost more than the
 * requests they are for.
 */
public final class SecretHash {

    private SecretHash() {}

    /** The hash, 64 hexadecimal digits. */
    public static String of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the secret's hash; takes as long for any wrong one. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                of(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether one of these is the secret's hash; takes as long for any wrong one. */
    public static boolean matchesOne(String secret, List<String> hashes) {
        var matches = false;
        for (var hash : hashes) {
            matches |= matches(secret, hash);
        }
        return matches;
    }
}
