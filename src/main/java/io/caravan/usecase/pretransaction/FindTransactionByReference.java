package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Shows a partner what has paid what it has sent under a reference; as long as nothing has, the latest transaction. */
public class FindTransactionByReference {

    private final PaymentChoices choices;
    private final FindPartnerTransaction transactions;

    public FindTransactionByReference(PaymentChoices choices, FindPartnerTransaction transactions) {
        this.choices = choices;
        this.transactions = transactions;
    }

    /** @throws Problem INVOICE_UNKNOWN if there is none */
    public PartnerTransaction find(OwnReference own) {
        return choices.paidOrLatest(own.merchant(), own.referenceId())
                .flatMap(transactions::find)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.INVOICE_UNKNOWN,
                        "Transaction for partner id '" + own.partner() + "' and reference id '" + own.referenceId()
                                + "' not found."));
    }
}
