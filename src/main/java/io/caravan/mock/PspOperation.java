package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One instruction to the acquirer, and what became of it.
 *
 * @param at since when it has this status
 */
record PspOperation(
        String key,
        String id,
        String payment,
        PspKind kind,
        String status,
        String reason,
        JsonNode request,
        String reference,
        long amount,
        String currency,
        Instant at) {

    static PspOperation of(PspRequest request, String id, String payment, String status, String reason, Instant at) {
        return new PspOperation(
                request.key(),
                id,
                payment,
                request.kind(),
                status,
                reason,
                request.json(),
                request.reference(),
                request.amount(),
                request.currency(),
                at);
    }

    /** Whether it has opened a session, of which only the payer says how it ends. */
    boolean isSession() {
        return kind == PspKind.AUTHORIZE && !request.path("card").isTextual();
    }

    boolean isDone() {
        return status.equals(kind.done());
    }

    /** Whether this is the instruction that this request gives. */
    boolean isFrom(PspRequest given) {
        return kind == given.kind()
                && request.equals(given.json())
                && (given.payment().isEmpty() || given.payment().equals(payment));
    }

    /** What the acquirer says of it. */
    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", id);
        said.put("kind", kind.word());
        said.put("status", status);
        said.put("reference", reference);
        said.put("amount", amount);
        said.put("currency", currency);
        if (!reason.isEmpty()) {
            said.put("reason", reason);
        }
        return said;
    }

    /** As a line of the acquirer's list. */
    Map<String, Object> listed() {
        var line = said();
        line.put("idempotencyKey", key);
        line.put("at", at.toString());
        return line;
    }
}
