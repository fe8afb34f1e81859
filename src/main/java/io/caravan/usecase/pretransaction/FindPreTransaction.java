package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.OwnPreTransaction;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a partner one of its pre-transactions. */
public class FindPreTransaction {

    private final PreTransactions preTransactions;

    public FindPreTransaction(PreTransactions preTransactions) {
        this.preTransactions = preTransactions;
    }

    /** @throws Problem INVOICE_UNKNOWN if there is none */
    public PreTransactionDetails find(OwnPreTransaction own) {
        return preTransactions
                .find(own.merchant(), own.id())
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "pre-transaction"));
    }
}
