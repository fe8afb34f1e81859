package io.caravan.core.paymentinvoice;

import java.util.Objects;

/**
 * An operator's word that a transfer that has paid nothing was paid back by hand.
 *
 * @param by the operator
 * @param why it was paid back, and how, for the others
 */
public record TransferReturn(String provider, String transfer, String by, String why) {

    public TransferReturn {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(transfer);
        Objects.requireNonNull(by);
        if (why.isBlank() || why.length() > 200) {
            throw new IllegalArgumentException("Say in 1 to 200 characters why and how it was paid back.");
        }
    }
}
