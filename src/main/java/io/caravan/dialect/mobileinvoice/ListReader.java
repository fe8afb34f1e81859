package io.caravan.dialect.mobileinvoice;

import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.PreTransactionList;

/** Reads which of several things a partner wants to see. */
final class ListReader {

    private static final int MOST = 1000;
    private static final int FARTHEST = 1_000_000;

    private ListReader() {}

    static PreTransactionList preTransactions(PartnerDetails caller, Query query) {
        return new PreTransactionList(
                caller.named(query.required("partnerId")).merchant().id(),
                query.required("correlationId"),
                query.number("$skip", 0, FARTHEST, 0),
                query.number("$top", 1, MOST, MOST));
    }
}
