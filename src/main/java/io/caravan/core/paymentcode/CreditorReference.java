package io.caravan.core.paymentcode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a payer of a credit transfer quotes, ISO 11649: RF, two check digits and 1 to 21 letters and digits. */
public record CreditorReference(String text) {

    private static final String PREFIX = "RF";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{2}[A-Z0-9]{1,21}");
    private static final Pattern BODY = Pattern.compile("[A-Z0-9]{1,21}");

    public CreditorReference {
        if (!FORM.matcher(text).matches() || !Mod97.holds(text)) {
            throw new IllegalArgumentException("not a creditor reference: " + text);
        }
    }

    /**
     * The reference that carries these letters and digits.
     *
     * @throws IllegalArgumentException if they are none, more than 21, or anything else
     */
    public static CreditorReference of(String body) {
        var capitals = body.toUpperCase(Locale.ROOT);
        if (!BODY.matcher(capitals).matches()) {
            throw new IllegalArgumentException("cannot be referred to: " + body);
        }
        return new CreditorReference(PREFIX + Mod97.checkDigits(PREFIX, capitals) + capitals);
    }

    /** The reference that this text is, blanks and small letters allowed; empty if it is none. */
    public static Optional<CreditorReference> parse(String text) {
        var compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(compact).matches() && Mod97.holds(compact)
                ? Optional.of(new CreditorReference(compact))
                : Optional.empty();
    }

    /** Its check digits. */
    public String checkDigits() {
        return text.substring(2, 4);
    }

    /** What it carries. */
    public String body() {
        return text.substring(4);
    }

    @Override
    public String toString() {
        return text;
    }
}
