package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The Mobile Invoice API. It covers all of /api that no other dialect does. So far it only says no. */
public final class MobileInvoice implements Door {

    private final ObjectMapper json = new ObjectMapper();

    private record Words(String message, Map<String, List<String>> errors) {}

    @Override
    public boolean covers(String path) {
        return Stream.of("/api", "/mobile-invoice").anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
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
}
