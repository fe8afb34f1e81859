package io.caravan.core.payment;

import java.util.Objects;

/**
 * What a payment is for that pays no invoice.
 *
 * @param salesUnit the Merchant-Serial-Number of the shop that sells
 * @param reference what the shop calls it, once only
 * @param captureAtOnce all of the money is taken as soon as it is reserved
 */
public record Sale(String salesUnit, String reference, boolean captureAtOnce) {

    public Sale {
        Objects.requireNonNull(salesUnit);
        Objects.requireNonNull(reference);
    }
}
