package io.caravan.core.payment;

import java.util.Objects;
import java.util.regex.Pattern;

/** A PIN that somebody has entered to confirm a charge on a phone's bill. */
public record PinEntry(OperationId charge, String pin) {

    private static final Pattern FORM = Pattern.compile("[0-9]{3,10}");

    public PinEntry {
        Objects.requireNonNull(charge);
        Objects.requireNonNull(pin);
    }

    /** Whether it can be a PIN at all. */
    public boolean isPossible() {
        return FORM.matcher(pin).matches();
    }

    /** Without the PIN: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "a PIN for " + charge;
    }
}
