package io.caravan.core.order;

import java.util.Objects;

/** A sales unit's wish to give an order its receipt. */
public record ReceiptRequest(OwnOrder own, OrderReceipt receipt) {

    public ReceiptRequest {
        Objects.requireNonNull(own);
        Objects.requireNonNull(receipt);
    }
}
