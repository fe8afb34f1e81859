package io.caravan.core.paymentcode;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the last character of a KID, which a payer in Norway quotes, checks those before it: the agreement with the bank says. */
public enum Kid {
    /** Luhn's check digit. */
    MOD10 {
        @Override
        String check(String digits) {
            return "" + Digits.luhn(digits);
        }
    },
    /** Weights 2 to 7 from the right; the check may be a hyphen. */
    MOD11 {
        @Override
        String check(String digits) {
            int rest = 11 - Digits.weighted(digits, 2, 3, 4, 5, 6, 7) % 11;
            return switch (rest) {
                case 11 -> "0";
                case 10 -> "-";
                default -> "" + rest;
            };
        }
    };

    private static final Pattern FORM = Pattern.compile("[0-9]{1,24}[0-9-]");

    /**
     * The check that an agreement calls {@code mod10} or {@code mod11}.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static Kid named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * The KID that carries these digits.
     *
     * @throws IllegalArgumentException if they are none, more than 24, or anything else
     */
    public String of(String digits) {
        var kid = digits + "0";
        if (!FORM.matcher(kid).matches()) {
            throw new IllegalArgumentException("cannot be a KID: " + digits);
        }
        return digits + check(digits);
    }

    /** Whether this is a KID that holds. */
    public boolean holds(String kid) {
        return FORM.matcher(kid).matches() && kid.endsWith(check(kid.substring(0, kid.length() - 1)));
    }

    abstract String check(String digits);
}
