package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import io.caravan.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** JSON as callers send it. */
final class Json {

    private static final int LONGEST_TEXT = 1 << 16;
    private static final StrictJson STRICT = new StrictJson(LONGEST_TEXT);

    private Json() {}

    /** @throws InvalidInput if this body is no object */
    static JsonNode object(byte[] body) {
        return STRICT.object(body);
    }

    /** What was stored as this text. */
    static JsonNode stored(String text) {
        return STRICT.written(text);
    }

    /** SHA-256 of what the JSON says, whatever the order of its keys and the form of its numbers. */
    static String hash(JsonNode json) {
        try {
            var said = canonical(json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(JsonNode json) {
        if (json.isObject()) {
            var sorted = new TreeMap<String, String>();
            json.properties().forEach(pair -> sorted.put(StrictJson.text(pair.getKey()), canonical(pair.getValue())));
            return sorted.toString();
        }
        if (json.isArray()) {
            var said = new StringBuilder("[");
            json.forEach(item -> said.append(canonical(item)).append(';'));
            return said.append(']').toString();
        }
        return json.isNumber() ? json.decimalValue().stripTrailingZeros().toString() : json.toString();
    }
}
