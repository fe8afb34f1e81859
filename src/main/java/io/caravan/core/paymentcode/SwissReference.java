package io.caravan.core.paymentcode;

import java.util.regex.Pattern;

/** What a payer in Switzerland quotes with a QR-IBAN: 27 digits, the last of which checks the others. */
public record SwissReference(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9]{27}");
    private static final Pattern BODY = Pattern.compile("[0-9]{1,26}");

    public SwissReference {
        if (!FORM.matcher(text).matches() || !text.endsWith("" + Digits.recursive(text.substring(0, 26)))) {
            throw new IllegalArgumentException("not a QR reference: " + text);
        }
    }

    /**
     * The reference that carries these digits.
     *
     * @throws IllegalArgumentException if they are none, more than 26, or anything else
     */
    public static SwissReference of(String digits) {
        if (!BODY.matcher(digits).matches()) {
            throw new IllegalArgumentException("cannot be referred to: " + digits);
        }
        var body = "0".repeat(26 - digits.length()) + digits;
        return new SwissReference(body + Digits.recursive(body));
    }

    @Override
    public String toString() {
        return text;
    }
}
