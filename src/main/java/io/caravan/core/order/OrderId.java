package io.caravan.core.order;

import java.util.Objects;

/**
 * Names an order of a sales unit, whether there is a payment for it or not.
 *
 * @param msn the sales unit's Merchant-Serial-Number
 * @param text the payment's reference
 */
public record OrderId(String msn, PaymentType type, String text) {

    public OrderId {
        Objects.requireNonNull(msn);
        Objects.requireNonNull(type);
        Objects.requireNonNull(text);
    }

    /** The order of a payment with this reference. */
    public static OrderId ofPayment(String msn, String reference) {
        return new OrderId(msn, PaymentType.ECOM, reference);
    }
}
