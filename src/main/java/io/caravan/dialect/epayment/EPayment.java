package io.caravan.dialect.epayment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The ePayment API and its webhooks, which say what is wrong as problem details (RFC 9457). So far it only says no. */
public final class EPayment implements Door {

    private final ObjectMapper json = new ObjectMapper();

    private record ProblemDetails(String type, String title, int status, String traceId) {}

    @Override
    public boolean covers(String path) {
        return Stream.of("/epayment", "/webhooks").anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        var details = new ProblemDetails(
                "https://httpstatuses.io/" + refusal.status(), refusal.summary(), refusal.status(), correlationId);
        try {
            return new Answer(refusal.status(), "application/problem+json", json.writeValueAsBytes(details), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
