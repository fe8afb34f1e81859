package io.caravan.core.paymentcode;

import java.util.regex.Pattern;

/**
 * The line of a Danish payment slip of type 71 (FIK): 14 digits of the merchant's, a check digit, and its creditor number.
 *
 * @param reference 15 digits, the last of which checks the others
 * @param creditor 8 digits, the first an 8
 */
public record Fik(String reference, String creditor) {

    private static final Pattern REFERENCE = Pattern.compile("[0-9]{15}");
    private static final Pattern BODY = Pattern.compile("[0-9]{1,14}");
    private static final Pattern CREDITOR = Pattern.compile("8[0-9]{7}");

    public Fik {
        int last = reference.length() - 1;
        if (!REFERENCE.matcher(reference).matches()
                || !reference.endsWith("" + Digits.luhn(reference.substring(0, last)))) {
            throw new IllegalArgumentException("not the reference of a payment slip: " + reference);
        }
        if (!CREDITOR.matcher(creditor).matches()) {
            throw new IllegalArgumentException("not a creditor number: " + creditor);
        }
    }

    /**
     * The line that carries these digits.
     *
     * @throws IllegalArgumentException if they are none, more than 14, or anything else
     */
    public static Fik of(String digits, String creditor) {
        if (!BODY.matcher(digits).matches()) {
            throw new IllegalArgumentException("cannot be referred to: " + digits);
        }
        var body = "0".repeat(14 - digits.length()) + digits;
        return new Fik(body + Digits.luhn(body), creditor);
    }

    /** The whole line, as it is typed. */
    public String line() {
        return "+71<" + reference + "+" + creditor + "<";
    }
}
