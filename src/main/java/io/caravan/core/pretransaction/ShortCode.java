package io.caravan.core.pretransaction;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The end of a link that is short enough for an SMS: 12 characters that people do not mistake for each other. */
public record ShortCode(String text) {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final RandomGenerator RANDOM = new SecureRandom();

    public ShortCode {
        if (!FORM.matcher(Objects.requireNonNull(text)).matches()) {
            throw new IllegalArgumentException("not a short code");
        }
    }

    /** A new one: 60 random bits. */
    public static ShortCode random() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new ShortCode(text.toString());
    }

    /** The code that this text is; empty if it cannot be one. */
    public static Optional<ShortCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ShortCode(text)) : Optional.empty();
    }
}
