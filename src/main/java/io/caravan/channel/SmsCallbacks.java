package io.caravan.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What SMS gateways call for: delivery reports, and SMS that people sent us. */
public final class SmsCallbacks {

    private static final byte[] EMPTY = {};

    private final ObjectMapper json = new ObjectMapper();
    private final WebhookSignature signature;
    private final BasicCredential credential;
    private final ProviderDoor door;

    /** Whoever has one of both is a gateway. */
    public SmsCallbacks(WebhookSignature signature, BasicCredential credential, ProviderDoor door) {
        this.signature = signature;
        this.credential = credential;
        this.door = door;
    }

    /**
     * What is called for.
     *
     * @param action the last part of the path: report or inbound
     * @param id of the webhook, as are timestamp and signatures
     * @param authorization the header of that name
     */
    public SmsCall read(
            byte[] body, String action, String id, String timestamp, String signatures, String authorization) {
        if (!credential.isIn(authorization) && !signature.isGenuine(id, timestamp, signatures, body)) {
            return SmsCall.of(SmsCall.Kind.FORGED);
        }
        return switch (Objects.requireNonNullElse(action, "").toLowerCase(Locale.ROOT)) {
            case "report" -> read(body, SmsWire.Report.class, SmsWire.Report::call);
            case "inbound" -> read(body, SmsWire.Inbound.class, inbound -> inbound.call(id));
            default -> SmsCall.of(SmsCall.Kind.UNKNOWN);
        };
    }

    /** What the gateway is answered. */
    public Answer answer(SmsCall call) {
        return switch (call.kind()) {
            case REPORT, INBOUND, NOTHING -> Answer.empty(204);
            case FORGED -> door.refuse(Refusal.UNAUTHENTICATED, "");
            case UNKNOWN -> door.refuse(Refusal.NOT_FOUND, "");
            case MALFORMED -> door.refuse(Refusal.MALFORMED, "");
        };
    }

    private <T> SmsCall read(byte[] body, Class<T> type, Function<T, SmsCall> call) {
        try {
            var tree = json.readTree(Objects.requireNonNullElse(body, EMPTY));
            var said = hasNul(tree) ? null : json.treeToValue(tree, type);
            return said == null ? SmsCall.of(SmsCall.Kind.MALFORMED) : call.apply(said);
        } catch (IOException e) {
            return SmsCall.of(SmsCall.Kind.MALFORMED);
        }
    }

    /** Whether a text in it has a character that databases do not take. */
    private static boolean hasNul(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().indexOf('\0') >= 0;
        }
        for (var child : node) {
            if (hasNul(child)) {
                return true;
            }
        }
        return false;
    }
}
