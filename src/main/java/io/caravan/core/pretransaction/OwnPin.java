package io.caravan.core.pretransaction;

import java.util.Objects;

/** A PIN for a transaction, as its merchant names it. */
public record OwnPin(OwnTransaction transaction, String pin) {

    public OwnPin {
        Objects.requireNonNull(transaction);
        Objects.requireNonNull(pin);
    }

    /** Without the PIN: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "a PIN for " + transaction.id();
    }
}
