package io.caravan.core.sms;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a phone shows as the sender of an SMS: a name of at most 11 characters, or a number. */
public record Originator(String text) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9ÆØÅÄÖæøåäö &._!+-]{1,11}");

    public Originator {
        Objects.requireNonNull(text);
        if (!isPossible(text)) {
            throw new IllegalArgumentException("not an originator of an SMS");
        }
    }

    /** Whether people can answer to it. */
    public boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    /** Empty if no SMS can come from it. */
    public static Optional<Originator> parse(String text) {
        return Optional.of(text.strip()).filter(Originator::isPossible).map(Originator::new);
    }

    private static boolean isPossible(String text) {
        return NUMBER.matcher(text).matches()
                || NAME.matcher(text).matches() && text.strip().equals(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
