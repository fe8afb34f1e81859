package io.caravan.dialect.mobilepay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.caravan.core.problem.InvalidInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A body as plain values: texts, numbers, booleans, lists, and objects by their keys in lower case. Anything that is
 * not strict JSON in UTF-8, or too deep or too long to be meant, is refused as a whole.
 */
final class Json {

    /** Stands for the value of a key that occurs twice in an object, whatever its case. */
    static final Object TWICE = new Object();

    static final int DEEPEST = 32;
    static final int LONGEST_ARRAY = 2000;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_KEY = 1000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .build())
            .build();

    private Json() {}

    /**
     * The object that this body is.
     *
     * @throws InvalidInput if it is anything else
     */
    static Map<String, Object> object(byte[] body) {
        return whole(body, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw InvalidInput.of("", "must be a JSON object");
            }
            return object(parser);
        });
    }

    /**
     * What is made of each item of the array that this body is. The items are read one after another: only what is made
     * of them stays.
     *
     * @throws InvalidInput if it is anything else, or has more items than that
     */
    static <T> List<T> items(byte[] body, int most, Function<Object, T> item) {
        return whole(body, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw InvalidInput.of("", "must be a JSON array");
            }
            var items = new ArrayList<T>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (items.size() == most) {
                    throw InvalidInput.of("", "must have at most " + most + " items");
                }
                items.add(item.apply(value(parser)));
            }
            return items;
        });
    }

    private interface Reading<T> {

        T read(JsonParser parser) throws IOException;
    }

    private static <T> T whole(byte[] body, Reading<T> reading) {
        int start = startsWithMark(body) ? MARK.length : 0;
        try (var parser = FACTORY.createParser(body, start, body.length - start)) {
            var value = reading.read(parser);
            if (parser.nextToken() != null) {
                throw InvalidInput.of("", "has more after the JSON value");
            }
            return value;
        } catch (IOException | NumberFormatException | ArithmeticException e) {
            throw InvalidInput.of("", "is not JSON that can be read");
        }
    }

    private static boolean startsWithMark(byte[] body) {
        return body.length >= MARK.length && body[0] == MARK[0] && body[1] == MARK[1] && body[2] == MARK[2];
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var object = new HashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName().toLowerCase(Locale.ROOT);
            parser.nextToken();
            var value = value(parser);
            object.put(key, object.containsKey(key) ? TWICE : value);
        }
        return object;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new IOException("no value");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        var array = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() == LONGEST_ARRAY) {
                throw InvalidInput.of("", "has a list of more than " + LONGEST_ARRAY);
            }
            array.add(value(parser));
        }
        return array;
    }
}
