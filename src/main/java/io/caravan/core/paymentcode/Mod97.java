package io.caravan.core.paymentcode;

import java.math.BigInteger;

/** The check of IBANs and creditor references, ISO 7064 MOD 97-10: letters count from A = 10. */
final class Mod97 {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int HEAD = 4;

    private Mod97() {}

    /** Whether text whose check digits are its third and fourth character holds; letters are capitals. */
    static boolean holds(String text) {
        return rest(text.substring(HEAD) + text.substring(0, HEAD)) == 1;
    }

    /** The two check digits that stand behind this prefix of two letters. */
    static String checkDigits(String prefix, String body) {
        return "%02d".formatted(98 - rest(body + prefix + "00"));
    }

    private static int rest(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
