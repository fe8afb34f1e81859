package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An instruction to the acquirer, as it came. */
record PspRequest(PspKind kind, String payment, String key, JsonNode json) {

    static PspRequest read(PspKind kind, String payment, String key, String body) {
        return new PspRequest(kind, payment, Objects.requireNonNullElse(key, ""), MockJson.read(body));
    }

    /** What is wrong with its form. */
    Optional<String> problem() {
        if (key.isBlank()
                || key.length() > 255
                || reference().isBlank()
                || reference().length() > 255
                || currency().length() != 3
                || !json.path("amount").isIntegralNumber()
                || !json.path("amount").canConvertToLong()) {
            return Optional.of("Idempotency-Key, reference, amount and currency are required");
        }
        if (amount() <= 0) {
            return Optional.of("The amount must be positive");
        }
        return switch (kind) {
            case CHARGE -> json.path("card").isTextual() ? Optional.empty() : Optional.of("A card is required");
            case AUTHORIZE ->
                !isSession() || isAddress(json.path("returnUrl").asText())
                        ? Optional.empty()
                        : Optional.of("A returnUrl is required");
            case CAPTURE, REFUND, CANCEL -> Optional.empty();
        };
    }

    /** Whether a payer is to come to the page, rather than have a stored card used. */
    boolean isSession() {
        return kind == PspKind.AUTHORIZE && !json.path("card").isTextual();
    }

    /** The id of the payment that it begins. */
    String newId() {
        return kind == PspKind.AUTHORIZE && !isSession() ? "aut_" + UUID.randomUUID() : kind.newId();
    }

    String reference() {
        return json.path("reference").asText();
    }

    long amount() {
        return json.path("amount").asLong();
    }

    String currency() {
        return json.path("currency").asText();
    }

    String text() {
        return json.path("text").asText();
    }

    String card() {
        return json.path("card").asText();
    }

    String returnUrl() {
        return json.path("returnUrl").asText();
    }

    private static boolean isAddress(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
