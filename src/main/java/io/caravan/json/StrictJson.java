package io.caravan.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caravan.core.problem.InvalidInput;
import java.io.IOException;

/**
 * JSON in and out. Read is UTF-8 without a key twice in one object and without anything after the end; numbers keep all
 * their digits. What is too deep or too long to be meant is refused as a whole.
 */
public final class StrictJson {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;

    private static final ObjectMapper WRITER = new ObjectMapper();

    private final ObjectMapper reader;

    /** Takes texts of at most so many characters. */
    public StrictJson(int longestText) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(longestText)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        reader = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(JsonFactory.Feature.CHARSET_DETECTION)
                        .streamReadConstraints(constraints)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /**
     * The object that this body is.
     *
     * @throws InvalidInput if it is anything else
     */
    public JsonNode object(byte[] body) {
        try {
            var json = reader.readTree(body);
            if (json == null || !json.isObject()) {
                throw InvalidInput.of("", "must be a JSON object");
            }
            return json;
        } catch (IOException | NumberFormatException e) {
            throw InvalidInput.of("", "is not JSON that can be read");
        }
    }

    /** What {@link #text} has written. */
    public JsonNode written(String text) {
        try {
            return reader.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
