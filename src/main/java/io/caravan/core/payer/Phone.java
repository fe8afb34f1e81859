package io.caravan.core.payer;

import java.util.Objects;
import java.util.regex.Pattern;

/** A phone number in E.164 form: a plus sign and 7 to 15 digits. */
public record Phone(String number) {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public Phone {
        Objects.requireNonNull(number);
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
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
