package io.caravan.usecase.paymentrequest;

import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.ApprovalOutcome;
import java.util.Optional;

/** Looks up what has become of a payer's answer to a payment. */
public class FindApproval {

    private final Payments payments;

    public FindApproval(Payments payments) {
        this.payments = payments;
    }

    /** The payment and its authorization, if there is one. */
    public ApprovalOutcome find(Approval approval, Optional<OperationId> authorization) {
        return new ApprovalOutcome(
                payments.find(approval.payment()).orElseThrow(), authorization.flatMap(payments::operation));
    }
}
