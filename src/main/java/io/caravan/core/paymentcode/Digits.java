package io.caravan.core.paymentcode;

/** Check digits over decimal digits. */
final class Digits {

    private static final int[] CARRIES = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private Digits() {}

    /** Luhn's check digit, ISO/IEC 7812: each second digit from the right counts double. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = at(digits, i) * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return complement(sum);
    }

    /** The digits' sum, weighted from the right in turn, the weights over and over again. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += at(digits, i) * weights[i % weights.length];
        }
        return sum;
    }

    /** The check digit of Swiss references: modulo 10, recursive. */
    static int recursive(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = CARRIES[(carry + Character.digit(digits.charAt(i), 10)) % 10];
        }
        return complement(carry);
    }

    /** What is missing to the next ten. */
    static int complement(int sum) {
        return (10 - sum % 10) % 10;
    }

    private static int at(String digits, int fromRight) {
        return Character.digit(digits.charAt(digits.length() - 1 - fromRight), 10);
    }
}
