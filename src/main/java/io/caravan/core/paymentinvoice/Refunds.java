package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.PaymentId;
import java.util.List;
import java.util.Optional;

/** What merchants have said of the refunds that they asked for. */
public interface Refunds {

    /**
     * Stores what was said of a refund, whose operation is stored.
     *
     * @return false if the account has used the merchant's reference before: then nothing is stored
     */
    boolean add(MerchantId merchant, String account, Refund refund);

    Optional<Refund> find(MerchantId merchant, OperationId operation);

    Optional<Refund> find(MerchantId merchant, String account, String reference);

    /** In the order in which they were asked for. */
    List<Refund> of(PaymentId payment);
}
