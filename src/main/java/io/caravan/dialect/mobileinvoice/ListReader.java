package io.caravan.dialect.mobileinvoice;

import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.pretransaction.OwnReference;
import io.caravan.core.pretransaction.PreTransactionList;
import io.caravan.core.pretransaction.TransactionSearch;
import io.caravan.core.pretransaction.TurnoverQuery;
import io.caravan.core.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads which of several things a partner wants to see. */
final class ListReader {

    private static final int DAY = 10;
    private static final int MOST = 1000;
    private static final int FARTHEST = 1_000_000;

    private static final int LONGEST_DAYS = 366;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    private ListReader() {}

    static OwnReference reference(PartnerDetails caller, Query query) {
        var partner = caller.named(query.required("partnerId"));
        return new OwnReference(
                partner.merchant().id(),
                partner.partner().id(),
                query.text("referenceId")
                        .orElseThrow(() -> InvalidInput.of("referenceId", "Missing required parameter referenceId.")));
    }

    static TransactionSearch transactions(PartnerDetails caller, Query query, int limit) {
        var text = query.required("fromDate");
        try {
            var from = text.length() == DAY ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            if (from.getYear() >= 1 && from.getYear() <= LAST_YEAR) {
                return new TransactionSearch(caller.merchant().id(), from.toInstant(ZoneOffset.UTC), limit);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw InvalidInput.of("fromDate", "must be yyyy-MM-dd or yyyy-MM-ddTHH:mm, in UTC");
    }

    /** Without a last day, as many days as may be asked for. */
    static TurnoverQuery turnover(PartnerDetails caller, Query query) {
        var from = day(query, "fromDate").orElseThrow(() -> InvalidInput.of("fromDate", "is required"));
        var to = day(query, "toDate").orElseGet(() -> from.plusDays(LONGEST_DAYS));
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw InvalidInput.of("toDate", "must be from fromDate to " + LONGEST_DAYS + " days after it");
        }
        return new TurnoverQuery(caller.merchant().id(), from, to);
    }

    private static Optional<LocalDate> day(Query query, String name) {
        return query.text(name).map(text -> {
            try {
                var day = LocalDate.parse(text);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException e) {
                // told below
            }
            throw InvalidInput.of(name, "must be yyyy-MM-dd");
        });
    }

    static PreTransactionList preTransactions(PartnerDetails caller, Query query) {
        return new PreTransactionList(
                caller.named(query.required("partnerId")).merchant().id(),
                query.required("correlationId"),
                query.number("$skip", 0, FARTHEST, 0),
                query.number("$top", 1, MOST, MOST));
    }
}
