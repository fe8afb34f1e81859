package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionList;
import io.caravan.core.pretransaction.PreTransactions;
import java.util.List;

/** Lists a partner's pre-transactions under a correlation id. */
public class ListPreTransactions {

    private final PreTransactions preTransactions;

    public ListPreTransactions(PreTransactions preTransactions) {
        this.preTransactions = preTransactions;
    }

    public List<PreTransactionDetails> list(PreTransactionList wanted) {
        return preTransactions.list(wanted.merchant(), wanted.correlationId(), wanted.skip(), wanted.top());
    }
}
