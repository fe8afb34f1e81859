package io.caravan.core.page;

import java.util.Objects;
import java.util.UUID;

/**
 * A PIN that somebody has entered on the page of an invoice.
 *
 * @param visit the form that began the charge
 */
public record PinVisit(PageToken token, UUID visit, String pin) {

    public PinVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(visit);
        Objects.requireNonNull(pin);
    }

    /** Without the PIN: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "a PIN for what " + visit + " began";
    }
}
