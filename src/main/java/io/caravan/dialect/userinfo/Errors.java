package io.caravan.dialect.userinfo;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.json.StrictJson;

/** How the Userinfo API says no; its status is a text. */
final class Errors {

    private static final String RETRY_AFTER = "Retry-After";

    private Errors() {}

    private record Words(String type, String title, String status, String detail, String instance, String extraInfo) {}

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    static Answer answer(Throwable reason, String correlationId) {
        if (reason instanceof InvalidInput) {
            return answer(Refusal.MALFORMED, Refusal.MALFORMED.summary(), correlationId);
        }
        if (reason instanceof Problem problem) {
            int status =
                    switch (problem.code().kind()) {
                        case BROKEN_RULE, WRONG_STATE -> 400;
                        case UNKNOWN -> 404;
                    };
            return answer(status, problem.code().summary(), problem.code().summary() + ".", correlationId);
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
        return answer(refusal.status(), refusal.summary(), why, correlationId);
    }

    private static Answer answer(int status, String title, String detail, String correlationId) {
        var words = new Words(
                "https://httpstatuses.io/" + status,
                title,
                String.valueOf(status),
                detail,
                "urn:uuid:" + correlationId,
                "");
        return Answer.json(status, StrictJson.bytes(words));
    }
}
