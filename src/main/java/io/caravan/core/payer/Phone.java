package io.caravan.core.payer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164 form: a plus sign and 7 to 15 digits. */
public record Phone(String number) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Pattern WRITTEN = Pattern.compile("[+0-9\\s\\p{Z}().\\-/]{1,40}");

    /** Stands for whoever is not to be known any more. No country has the code 999. */
    public static final Phone ERASED = new Phone("+9990000000");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public Phone {
        Objects.requireNonNull(number);
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * The number written in this text, blanks ignored; empty unless it starts with a plus sign and is possible by the
     * numbering plan of its country. It need not be assigned to anybody.
     */
    public static Optional<Phone> parse(String text) {
        var number = BLANKS.matcher(text).replaceAll("");
        if (!FORM.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            var plans = PhoneNumberUtil.getInstance();
            var parsed = plans.parse(number, null);
            return Optional.of(plans.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164))
                    .filter(normal -> plans.isPossibleNumber(parsed)
                            && FORM.matcher(normal).matches())
                    .map(Phone::new);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The number as somebody in this country writes it: with or without the country's code, with blanks, hyphens, dots
     * and parentheses. Empty if it cannot be a number.
     *
     * @param country ISO 3166 code, two letters
     */
    public static Optional<Phone> parse(String text, String country) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var plans = PhoneNumberUtil.getInstance();
            var number = plans.parse(text, country);
            return parse(plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The code of its country and its last two digits, by which its owner knows it. */
    public String hint() {
        try {
            var code = "+" + PhoneNumberUtil.getInstance().parse(number, null).getCountryCode();
            return code + "\u00a0" + "•".repeat(number.length() - code.length() - 2)
                    + number.substring(number.length() - 2);
        } catch (NumberParseException e) {
            return masked();
        }
    }

    /** With only the last two digits readable, for logs. */
    public String masked() {
        return "*".repeat(number.length() - 2) + number.substring(number.length() - 2);
    }

    /** Masked: a number must not reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
