package io.caravan.usecase.pretransaction;

import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.pretransaction.TransactionSearch;
import java.util.List;
import java.util.Optional;

/** Lists a partner's transactions from a time on. */
public class ListTransactions {

    private final PaymentChoices choices;
    private final FindPartnerTransaction transactions;

    public ListTransactions(PaymentChoices choices, FindPartnerTransaction transactions) {
        this.choices = choices;
        this.transactions = transactions;
    }

    public List<PartnerTransaction> list(TransactionSearch search) {
        return choices.since(search.merchant(), search.from(), search.limit()).stream()
                .map(transactions::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
