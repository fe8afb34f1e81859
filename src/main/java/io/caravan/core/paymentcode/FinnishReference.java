package io.caravan.core.paymentcode;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a payer in Finland quotes (viitenumero): 4 to 20 digits, the last of which checks the others. */
public record FinnishReference(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4,20}");
    private static final Pattern BODY = Pattern.compile("[0-9]{3,19}");

    public FinnishReference {
        if (!holds(text)) {
            throw new IllegalArgumentException("not a Finnish reference: " + text);
        }
    }

    /**
     * The reference that carries these digits.
     *
     * @throws IllegalArgumentException if they are fewer than 3, more than 19, or anything else
     */
    public static FinnishReference of(String body) {
        if (!BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("cannot be referred to: " + body);
        }
        return new FinnishReference(body + checkDigit(body));
    }

    /** The reference that this text is, blanks and leading zeros allowed; empty if it is none. */
    public static Optional<FinnishReference> parse(String text) {
        var compact = text.replace(" ", "").replaceFirst("^0+", "");
        return holds(compact) ? Optional.of(new FinnishReference(compact)) : Optional.empty();
    }

    private static boolean holds(String text) {
        int last = text.length() - 1;
        return FORM.matcher(text).matches() && text.endsWith("" + checkDigit(text.substring(0, last)));
    }

    private static int checkDigit(String body) {
        return Digits.complement(Digits.weighted(body, 7, 3, 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
