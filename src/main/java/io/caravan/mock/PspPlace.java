package io.caravan.mock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A place in the acquirer's list, behind one operation. */
record PspPlace(Instant at, String id) {

    static PspPlace behind(PspOperation operation) {
        return new PspPlace(operation.at(), operation.id());
    }

    /** The place that {@link #write()} named. */
    static PspPlace read(String cursor) {
        var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
        return new PspPlace(Instant.parse(parts[0]), parts.length < 2 ? "" : parts[1]);
    }

    String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
