package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import java.util.Objects;

/** A transaction, as its merchant names it. */
public record OwnTransaction(MerchantId merchant, PaymentId id) {

    public OwnTransaction {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }
}
