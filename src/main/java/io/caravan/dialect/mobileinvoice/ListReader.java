package io.caravan.dialect.mobileinvoice;

import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.PreTransactionList;
import io.caravan.core.pretransaction.TransactionSearch;
import io.caravan.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads which of several things a partner wants to see. */
final class ListReader {

    private static final int DAY = 10;
    private static final int MOST = 1000;
    private static final int FARTHEST = 1_000_000;

    private ListReader() {}

    static OwnReference reference(PartnerDetails caller, Query query) {
        var merchant = caller.named(query.required("partnerId")).merchant().id();
        return new OwnReference(
                merchant,
                query.text("referenceId")
                        .orElseThrow(() -> InvalidInput.of("referenceId", "Missing required parameter referenceId.")));
    }

    static TransactionSearch transactions(PartnerDetails caller, Query query, int limit) {
        var text = query.required("fromDate");
        try {
            var from = text.length() == DAY ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            return new TransactionSearch(caller.merchant().id(), from.toInstant(ZoneOffset.UTC), limit);
        } catch (DateTimeException e) {
            throw InvalidInput.of("fromDate", "must be yyyy-MM-dd or yyyy-MM-ddTHH:mm, in UTC");
        }
    }

    static PreTransactionList preTransactions(PartnerDetails caller, Query query) {
        return new PreTransactionList(
                caller.named(query.required("partnerId")).merchant().id(),
                query.required("correlationId"),
                query.number("$skip", 0, FARTHEST, 0),
                query.number("$top", 1, MOST, MOST));
    }
}
