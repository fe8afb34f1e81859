package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a partner the pre-transaction for which it has used a reference. */
public class FindPreTransactionByReference {

    private final PreTransactions preTransactions;

    public FindPreTransactionByReference(PreTransactions preTransactions) {
        this.preTransactions = preTransactions;
    }

    /** @throws Problem INVOICE_UNKNOWN if there is none */
    public PreTransactionDetails find(OwnReference own) {
        return preTransactions
                .find(own.merchant(), own.referenceId())
                .orElseThrow(() -> Problem.of(ProblemCode.INVOICE_UNKNOWN, "pre-transaction"));
    }
}
