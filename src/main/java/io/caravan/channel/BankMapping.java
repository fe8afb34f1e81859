package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns JSON of ours into that of a bank, and the other way round. Routes say which field is which, as in {@code
 * externalId=/payment, total.value=/amount:text}. What is no JSON becomes nothing, which nobody believes.
 */
public final class BankMapping {

    private static final byte[] NOTHING = {};

    private final ObjectMapper json = PspWire.mapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    private final Map<String, BankFields> known = new ConcurrentHashMap<>();

    /**
     * An object. A dot in a name leads into an object; what is not there is left out.
     *
     * @param fields what they are called there, and where they stand here
     */
    public byte[] json(byte[] body, String fields) {
        var from = read(body);
        return from.isObject() ? write(object(from, fields)) : NOTHING;
    }

    /**
     * An object with one list.
     *
     * @param from a pointer to the list
     * @param name what it is called there
     * @param fields of each of its members, as of an object
     */
    public byte[] list(byte[] body, String from, String name, String fields) {
        var members = read(body).at(from);
        if (!members.isArray()) {
            return NOTHING;
        }
        var all = json.createObjectNode();
        var list = all.putArray(name);
        members.forEach(member -> list.add(object(member, fields)));
        return write(all);
    }

    private ObjectNode object(JsonNode from, String fields) {
        var made = json.createObjectNode();
        for (var field : known.computeIfAbsent(fields, BankFields::parse).fields()) {
            var value = field.of(from);
            if (!value.isMissingNode()) {
                put(made, field.name(), value);
            }
        }
        return made;
    }

    private static void put(ObjectNode node, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            put(node.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), value);
        } else {
            node.set(name, value);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body == null ? NOTHING : body);
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    private byte[] write(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
