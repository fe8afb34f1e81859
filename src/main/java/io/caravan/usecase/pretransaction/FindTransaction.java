package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.OwnTransaction;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a partner one of its transactions. */
public class FindTransaction {

    private final FindPartnerTransaction transactions;

    public FindTransaction(FindPartnerTransaction transactions) {
        this.transactions = transactions;
    }

    /** @throws Problem INVOICE_UNKNOWN if there is none */
    public PartnerTransaction find(OwnTransaction own) {
        return transactions
                .find(own.id())
                .filter(found -> found.payment().merchant().equals(own.merchant()))
                .orElseThrow(() ->
                        Problem.of(ProblemCode.INVOICE_UNKNOWN, "Transaction with id '" + own.id() + "' not found."));
    }
}
