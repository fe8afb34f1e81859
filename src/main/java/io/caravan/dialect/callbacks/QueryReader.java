package io.caravan.dialect.callbacks;

import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.merchant.Merchant;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Reads which callbacks a merchant means. */
final class QueryReader {

    private static final String TIME = "must be a time with its offset, as 2026-03-12T11:00:00Z, or a day";

    private QueryReader() {}

    static CallbackQuery query(Merchant merchant, String query) {
        var parameters = Parameters.ofQuery(query, Set.of("state", "invoiceid", "from", "to", "cursor"));
        var status = parameters.read("state", CallbackStatus::parse, "must be pending, held, delivered or dead");
        var subject = parameters.read("invoiceId", Optional::of, "");
        var from = time(parameters, "from", merchant);
        var to = time(parameters, "to", merchant);
        checkOrder(parameters, from, to);
        var after = parameters.read("cursor", Cursor::read, "must be a nextCursor of an earlier answer");
        parameters.refuseIfWrong();
        return new CallbackQuery(merchant.id(), status, subject, from, to, after);
    }

    static ReplayRequest replay(Merchant merchant, String query, byte[] body) {
        var parameters =
                Parameters.ofQuery(query, Set.of("state", "from", "to")).andBody(body);
        var status = parameters.read(
                "state",
                text -> CallbackStatus.parse(text).filter(CallbackStatus::canBeReplayed),
                "must be held, delivered or dead");
        var from = time(parameters, "from", merchant);
        var to = time(parameters, "to", merchant);
        checkOrder(parameters, from, to);
        if (!parameters.has("state") && !parameters.has("from") && !parameters.has("to")) {
            parameters.wrong("", "must have a state, or a time range by from and to");
        }
        parameters.refuseIfWrong();
        return new ReplayRequest(merchant.id(), status, from, to);
    }

    private static Optional<Instant> time(Parameters parameters, String name, Merchant merchant) {
        return parameters.read(name, text -> Times.read(text, merchant.zone(), name.equals("to")), TIME);
    }

    private static void checkOrder(Parameters parameters, Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() && to.filter(end -> end.isBefore(from.get())).isPresent()) {
            parameters.wrong("to", "must not be before from");
        }
    }
}
