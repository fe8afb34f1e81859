package io.caravan.core.paymentrequest;

import io.caravan.core.page.PageToken;
import io.caravan.core.payer.PayerId;
import java.util.Objects;

/** That a payer has opened the page of a payment in the app. */
public record Opening(PayerId payer, PageToken token) {

    public Opening {
        Objects.requireNonNull(payer);
        Objects.requireNonNull(token);
    }
}
