package io.caravan.usecase.pretransaction;

import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Payments;
import io.caravan.core.pretransaction.PartnerTransaction;

/** Finds the transaction that an instruction has begun. */
public class FindBegunTransaction {

    private final Payments payments;
    private final FindPartnerTransaction transactions;

    public FindBegunTransaction(Payments payments, FindPartnerTransaction transactions) {
        this.payments = payments;
        this.transactions = transactions;
    }

    public PartnerTransaction find(OperationId begun) {
        return transactions
                .find(payments.operation(begun).orElseThrow().payment())
                .orElseThrow();
    }
}
