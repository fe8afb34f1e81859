package io.caravan.dialect.ordermanagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.json.StrictJson;
import java.util.List;

/** How the Order Management API says no: in words, and by parameter. */
final class Errors {

    private static final String RETRY_AFTER = "Retry-After";

    private Errors() {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Words(String type, String title, String detail, String instance, List<InvalidParam> invalidParams) {}

    private record InvalidParam(String name, String reason) {}

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    static Answer answer(Throwable reason, String correlationId) {
        if (reason instanceof InvalidInput invalid) {
            var params = invalid.violations().stream()
                    .map(fault -> new InvalidParam(fault.field().isEmpty() ? "body" : fault.field(), fault.message()))
                    .toList();
            return answer(400, "Bad Request", params.get(0).reason(), correlationId, params);
        }
        if (reason instanceof Problem problem) {
            return answer(problem, correlationId);
        }
        if (reason instanceof Busy busy) {
            return answer(Refusal.BUSY, Refusal.BUSY.summary(), correlationId)
                    .with(RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        var refusal = reason instanceof Forbidden ? Refusal.FORBIDDEN : Refusal.BROKEN;
        return answer(refusal, refusal.summary(), correlationId);
    }

    /** @param why in a few words */
    static Answer answer(Refusal refusal, String why, String correlationId) {
        return answer(refusal.status(), refusal.summary(), why, correlationId, List.of());
    }

    private static Answer answer(Problem problem, String correlationId) {
        int status =
                switch (problem.code().kind()) {
                    case BROKEN_RULE -> 400;
                    case UNKNOWN -> 404;
                    case WRONG_STATE -> 409;
                };
        var summary = problem.code().summary();
        return answer(status, summary, summary + ".", correlationId, List.of());
    }

    private static Answer answer(
            int status, String title, String detail, String correlationId, List<InvalidParam> params) {
        var words = new Words("https://httpstatuses.io/" + status, title, detail, "urn:uuid:" + correlationId, params);
        return Answer.json(status, StrictJson.bytes(words));
    }
}
