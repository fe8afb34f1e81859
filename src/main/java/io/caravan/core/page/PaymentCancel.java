package io.caravan.core.page;

import java.util.Objects;

/** Somebody's wish, on the page of a payment, not to pay. */
public record PaymentCancel(PageToken token) {

    public PaymentCancel {
        Objects.requireNonNull(token);
    }
}
