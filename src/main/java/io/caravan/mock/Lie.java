package io.caravan.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What an acquirer that lies says wrong. The same lie is always the same. */
enum Lie {
    AMOUNT,
    CURRENCY,
    REFERENCE,
    ID,
    /** Only webhooks are signed. */
    SIGNATURE,
    STATUS;

    static Optional<Lie> of(String name) {
        return Arrays.stream(values())
                .filter(lie -> lie.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Makes what is said of an operation or a session wrong. */
    void bend(ObjectNode said) {
        if (said.has("statusCode")) {
            bendBilling(said);
            return;
        }
        switch (this) {
            case AMOUNT -> said.put("amount", said.path("amount").asLong() + 100);
            case CURRENCY -> said.put("currency", said.path("currency").asText().equals("DKK") ? "EUR" : "DKK");
            case REFERENCE -> said.put("reference", other(said.path("reference").asText()));
            case ID -> said.put("id", "psp_" + other(said.path("id").asText()));
            case STATUS -> turn(said);
            case SIGNATURE -> {}
        }
    }

    private void bendBilling(ObjectNode said) {
        switch (this) {
            case AMOUNT -> said.put("price", said.path("price").decimalValue().add(BigDecimal.ONE));
            case CURRENCY -> said.put("currency", said.path("currency").asText().equals("DKK") ? "EUR" : "DKK");
            case REFERENCE ->
                said.put("correlationId", other(said.path("correlationId").asText()));
            case ID -> said.put("id", "crr_" + other(said.path("id").asText()));
            case STATUS -> {
                var isOk = said.path("statusCode").asText().equals("Ok");
                said.put("statusCode", isOk ? "Failed" : "Ok");
                said.put("detailedStatusCode", isOk ? "InsufficientFunds" : "Delivered");
                said.put("billed", !isOk);
            }
            case SIGNATURE -> {}
        }
    }

    /** What was done has not been, and the other way round. */
    private static void turn(ObjectNode said) {
        var kind = PspKind.of(said.path("kind").asText("authorize")).orElse(PspKind.AUTHORIZE);
        if (said.path("status").asText().equals(kind.done())) {
            said.put("status", kind.undone());
            said.put("reason", "A lie that was asked for");
        } else {
            said.put("status", kind.done());
            said.remove("reason");
        }
    }

    /** The HTTP status that goes with what is said, to an instruction or to a question about one. */
    static int statusOf(ObjectNode said, String path) {
        var kind = PspKind.of(said.path("kind").asText()).orElse(PspKind.AUTHORIZE);
        if (kind != PspKind.AUTHORIZE && !said.path("status").asText().equals(kind.done())) {
            return 402;
        }
        return path.contains("/operations/") ? 200 : 201;
    }

    private static String other(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
