package io.caravan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.sms.SmsMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes SMS in gateways' words, and reads their answers. Routes say which field is which, as in {@code to=recipient,
 * message=text}: ours are reference, originator, originatorType (NAME or NUMBER), recipient, msisdn (without the plus
 * sign), text, encoding (GSM7 or UCS2) and parts.
 */
public final class SmsMapping {

    private static final String ARRAY = "[]";
    private static final int WORDS_LENGTH = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, SmsFields> known = new ConcurrentHashMap<>();

    /**
     * The SMS as a JSON object. A dot in a name leads into an object, {@code []} at its end makes an array of one.
     *
     * @param fields what they are called at the gateway
     */
    public String json(SmsMessage sms, String fields) throws JsonProcessingException {
        var all = json.createObjectNode();
        for (var field : fields(fields).fields()) {
            put(all, field.name(), field.value().apply(sms));
        }
        return json.writeValueAsString(all);
    }

    /** The SMS as a form, or the query of a URL: {@code to=%2B4577007700&message=Hello}. */
    public String form(SmsMessage sms, String fields) {
        return fields(fields).fields().stream()
                .map(field -> encode(field.name()) + "="
                        + encode(field.value().apply(sms).toString()))
                .collect(Collectors.joining("&"));
    }

    /**
     * By which id a gateway knows the SMS that it took; empty if its answer does not say.
     *
     * @param answer JSON, or anything else
     * @param pointer where it stands there, as /messages/0/id
     */
    public String id(String answer, String pointer) {
        return text(answer, pointer);
    }

    /**
     * For gateways that say no with a 200.
     *
     * @param answer JSON, or anything else
     * @param pointer where the gateway says whether it took the SMS
     * @param wanted what it says there if it did
     * @throws IllegalStateException if it says anything else
     */
    public void insist(String answer, String pointer, String wanted) {
        var said = text(answer, pointer);
        if (!said.equals(wanted)) {
            throw new IllegalStateException(
                    "The gateway says " + pointer + " " + said.substring(0, Math.min(said.length(), WORDS_LENGTH)));
        }
    }

    private String text(String answer, String pointer) {
        try {
            var said = json.readTree(answer == null ? "" : answer);
            return said == null ? "" : said.at(pointer).asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private SmsFields fields(String fields) {
        return known.computeIfAbsent(fields, SmsFields::parse);
    }

    private void put(ObjectNode node, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            put(node.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), value);
        } else if (name.endsWith(ARRAY)) {
            node.putArray(name.substring(0, name.length() - ARRAY.length())).add(json.valueToTree(value));
        } else {
            node.set(name, json.valueToTree(value));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
