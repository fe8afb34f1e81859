package io.caravan.core.paymentinvoice;

import io.caravan.core.money.Money;
import java.util.Objects;

/**
 * Money that has come to an account that is paid into.
 *
 * @param provider the name of the channel to whoever reports it
 * @param id the provider's own, the same each time that it is reported
 * @param reference what the payer quoted; may be empty
 * @param sender who paid, if the provider says so; may be empty
 */
public record IncomingTransfer(String provider, String id, String reference, Money amount, String sender) {

    public IncomingTransfer {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(id);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(sender);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing has come");
        }
    }

    /** Without who paid. */
    @Override
    public String toString() {
        return "transfer " + id + " of " + amount + " for " + reference;
    }
}
