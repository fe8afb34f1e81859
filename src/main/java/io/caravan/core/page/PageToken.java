package io.caravan.core.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens a hosted page: 128 bits as 22 characters that an address can have. Whoever has it may see the page. */
public record PageToken(String text) {

    /** The last character carries two bits only. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public PageToken {
        if (!FORM.matcher(Objects.requireNonNull(text)).matches()) {
            throw new IllegalArgumentException("not a page token");
        }
    }

    /** The token that this text is; empty if it cannot be one. */
    public static Optional<PageToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PageToken(text)) : Optional.empty();
    }

    /** By which its page is found: SHA-256, from which the token cannot be had back. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the token: this may come into a log. */
    @Override
    public String toString() {
        return "page token";
    }
}
