package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import java.util.Locale;
import java.util.Map;

/** What providers are told whose calls are refused, or never reach a route. */
public final class ProviderDoor implements Door {

    private static final String PATHS = "/api/callback";

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public boolean covers(String path) {
        return path.equals(PATHS) || path.startsWith(PATHS + "/");
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        try {
            return Answer.json(refusal.status(), json.writeValueAsBytes(new Words(refusal.summary(), Map.of())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature is missing, wrong or too old. */
    public Answer refuseForgery() {
        return refuse(Refusal.UNAUTHENTICATED, "");
    }

    /** Something failed here, and not for the fault of the provider, who says it again. */
    public Answer refuseFailure() {
        return refuse(Refusal.BROKEN, "");
    }

    /** Too much is under way here; the provider says it again, and when that makes sense. */
    public Answer refuseBusy(Busy busy) {
        return refuse(Refusal.BUSY, "")
                .with(
                        "Retry-After",
                        String.valueOf(Math.max(1, busy.retryAfter().toSeconds())));
    }

    private record Words(String message, Map<String, Object> errors) {}
}
