package io.caravan.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The access token API, whose errors are those of an OAuth server with more to say. */
public final class AccessTokenDoor implements Door {

    private final Clock realTime;
    private final ObjectMapper json = new ObjectMapper();

    private record Fault(
            String error,
            @JsonProperty("error_description") String description,
            @JsonProperty("error_codes") List<Integer> codes,
            String timestamp,
            @JsonProperty("trace_id") String trace,
            @JsonProperty("correlation_id") String correlation,
            @JsonProperty("error_uri") String uri) {}

    public AccessTokenDoor(Clock realTime) {
        this.realTime = realTime;
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/accesstoken") || path.startsWith("/accesstoken/");
    }

    @Override
    public boolean reads(String mediaType) {
        return true;
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        var fault = new Fault(
                error(refusal),
                refusal.summary(),
                List.of(refusal.status()),
                realTime.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                correlationId,
                correlationId,
                "https://www.rfc-editor.org/rfc/rfc6749#section-5.2");
        try {
            return Answer.json(refusal.status(), json.writeValueAsBytes(fault));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String error(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, NOT_FOUND, METHOD_NOT_ALLOWED, TOO_LARGE, MEDIA_TYPE -> "invalid_request";
            case UNAUTHENTICATED -> "invalid_client";
            case FORBIDDEN -> "unauthorized_client";
            case TOO_SLOW, TOO_MANY, BUSY -> "temporarily_unavailable";
            case BROKEN -> "server_error";
        };
    }
}
