package io.caravan.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.time.ClockMove;
import io.caravan.core.time.TimeShift;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** The clock of the sandbox as people see and move it, in JSON. */
public final class ClockDesk {

    private final ShiftedClock clock;
    private final ObjectMapper json;

    public ClockDesk(ShiftedClock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is asked for.
     *
     * @throws InvalidInput unless it is either {@code now} or {@code advance}
     */
    public ClockMove read(byte[] body) {
        var asked = tree(body);
        var now = asked.path("now");
        var advance = asked.path("advance");
        if (now.isTextual() == advance.isTextual()) {
            throw InvalidInput.of("", "either now or advance is required");
        }
        return now.isTextual() ? ClockMove.to(now.textValue()) : ClockMove.by(advance.textValue());
    }

    /** Lets this instance know what has been stored, unless it knows something newer. */
    public void takeOver(TimeShift read) {
        clock.shift(read);
    }

    /** What time it is. */
    public Answer show() {
        return answer(
                200,
                Map.of(
                        "now", clock.instant().toString(),
                        "ahead", clock.shift().ahead().toString()));
    }

    /** Why the clock stays as it is. */
    public Answer refuse(InvalidInput reason) {
        var problem = reason.violations().stream()
                .map(fault -> (fault.field() + " " + fault.message()).trim())
                .collect(Collectors.joining("; "));
        return answer(400, Map.of("problem", problem));
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw InvalidInput.of("", "the body is not JSON");
        }
    }

    private Answer answer(int status, Map<String, String> content) {
        try {
            return Answer.json(status, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
