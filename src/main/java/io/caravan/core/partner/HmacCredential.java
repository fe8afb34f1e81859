package io.caravan.core.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the {@code Authorization} header of a signed request says: {@code hmac partner:signature:nonce:seconds}, with or
 * without quotation marks.
 *
 * @param at in whole seconds
 */
public record HmacCredential(int partner, String signature, String nonce, Instant at) {

    /** How far the time of a request may be from ours, before or after. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Pattern SCHEME = Pattern.compile("(?i)hmac(\\s.*)?");

    private static final Pattern FORM =
            Pattern.compile("(?i)hmac\\s+(\"?)([0-9]{1,10}):([^:\"]{1,64}):([^:\"]{1,50}):([0-9]{1,11})\\1\\s*");

    /** Whether the header means to be one. */
    public static boolean isIn(String header) {
        return SCHEME.matcher(header).matches();
    }

    /** The credential in this header; empty if it cannot be read. */
    public static Optional<HmacCredential> parse(String header) {
        var parts = FORM.matcher(header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HmacCredential(
                    Integer.parseInt(parts.group(2)),
                    parts.group(3),
                    parts.group(4),
                    Instant.ofEpochSecond(Long.parseLong(parts.group(5)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether its time is near enough to ours. */
    public boolean isFresh(Instant now) {
        return Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
    }
}
