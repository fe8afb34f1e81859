package io.caravan.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** A user and a password by which a provider's calls are told from everybody else's. Without a password nobody has it. */
public final class BasicCredential {

    private static final String SCHEME = "Basic ";

    private final byte[] right;
    private final boolean given;

    public BasicCredential(String user, String password) {
        this.right = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.given = !password.isEmpty();
    }

    /** Whether an Authorization header has it. How far a wrong one is right cannot be told from the time that this takes. */
    boolean isIn(String authorization) {
        if (!given || authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            var said = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            return MessageDigest.isEqual(said, right);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
