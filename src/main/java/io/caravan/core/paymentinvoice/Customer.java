package io.caravan.core.paymentinvoice;

import java.util.Objects;

/**
 * Who is to pay, as the merchant knows it.
 *
 * @param reference what the merchant calls the customer
 * @param json all that the merchant said, in the dialect's form
 */
public record Customer(String reference, String json) {

    public Customer {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(json);
    }

    /** Without what the merchant said. */
    @Override
    public String toString() {
        return "customer";
    }
}
