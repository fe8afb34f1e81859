package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How one mock fails, as it was told. */
record MockFault(JsonNode settings) {

    private static final Set<String> KNOWN = Set.of(
            "errorRate", "status", "latencyMs", "dropRate", "hang", "webhook", "lie", "path", "until", "gateway");
    private static final Set<String> MODES = Set.of("before", "after", "twice", "never", "late");

    static MockFault read(String settings) {
        return new MockFault(MockJson.read(settings));
    }

    /** What nobody would understand of it. */
    Optional<String> problem() {
        var names = settings.fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            if (!KNOWN.contains(name)) {
                return Optional.of("There is no fault " + name);
            }
        }
        if (settings.has("webhook") && !MODES.contains(webhook())) {
            return Optional.of("webhook is before, after, twice, never or late");
        }
        if (settings.has("lie") && lie().isEmpty()) {
            return Optional.of("lie is amount, currency, reference, id, signature or status");
        }
        try {
            if (settings.has("until")) {
                Instant.parse(settings.path("until").asText());
            }
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("until is a time as 2026-12-01T00:00:00Z");
        }
    }

    /** Whether it still lasts, and is about one of these paths. */
    boolean covers(Instant now, String... paths) {
        var until = settings.path("until").asText("");
        var prefix = settings.path("path").asText("");
        return (until.isEmpty() || !now.isAfter(Instant.parse(until)))
                && Arrays.stream(paths).anyMatch(path -> path.startsWith(prefix) && isOfGateway(path));
    }

    /** There are two SMS gateways; without a name it is about both. */
    private boolean isOfGateway(String path) {
        var gateway = settings.path("gateway").asText("");
        return gateway.isEmpty() || path.contains("/sms-gateway/" + gateway + "/");
    }

    double errorRate() {
        return settings.path("errorRate").asDouble();
    }

    int status() {
        return settings.path("status").asInt(503);
    }

    long latencyMs() {
        return settings.path("latencyMs").asLong();
    }

    double dropRate() {
        return settings.path("dropRate").asDouble();
    }

    boolean hangs() {
        return settings.path("hang").asBoolean();
    }

    String webhook() {
        return settings.path("webhook").asText("after");
    }

    Optional<Lie> lie() {
        return Lie.of(settings.path("lie").asText());
    }
}
