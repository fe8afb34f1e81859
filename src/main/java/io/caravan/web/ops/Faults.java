package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells operators why something was not done, and that nothing has happened. */
public final class Faults {

    private final Console console;

    public Faults(Console console) {
        this.console = console;
    }

    /** Something in the request is wrong, or something else was faster. */
    public Answer show(Throwable reason, OperatorRequest request) {
        if (reason instanceof Problem problem) {
            return draw(409, problem.code().summary() + ": " + problem.subject(), request);
        }
        if (reason instanceof Busy) {
            return draw(503, "Too much is under way. Try again in a moment.", request);
        }
        return draw(400, Objects.requireNonNullElse(reason.getMessage(), "This cannot be read."), request);
    }

    /** Something of ours is broken; the log has it under this id. */
    public Answer showBroken(OperatorRequest request, String correlationId) {
        return draw(500, "This failed. The log says why, under the id " + correlationId + ".", request);
    }

    private Answer draw(int status, String words, OperatorRequest request) {
        var sheet = new Sheet("Nothing was done", Optional.empty(), words, "bad", List.of());
        return console.draw(status, "sheet", sheet, request);
    }
}
