package io.caravan.usecase.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationId;
import io.caravan.core.paymentinvoice.Refund;
import io.caravan.core.paymentinvoice.Refunds;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Looks up a refund that a merchant has asked for. */
public class FindRefund {

    private final Refunds refunds;

    public FindRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    /**
     * How it stands.
     *
     * @throws Problem PAYMENT_UNKNOWN if this merchant has no such refund
     */
    public Refund find(MerchantId merchant, OperationId operation) {
        return refunds.find(merchant, operation).orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "id"));
    }
}
