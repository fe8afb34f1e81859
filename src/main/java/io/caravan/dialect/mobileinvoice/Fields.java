package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.json.Faults;
import io.caravan.json.JsonFields;
import io.caravan.json.StrictJson;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object on their way into values; the case of their names does not count. What is wrong with one is
 * added to the faults, and it is read as absent; so is null, and a text of blanks.
 */
final class Fields extends JsonFields {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;

    /** What fits with everything else into a column; a character may take six in JSON. */
    private static final int LARGEST = 120_000;

    private final Map<String, JsonNode> values = new HashMap<>();

    Fields(JsonNode object) {
        super(new Faults());
        object.properties().forEach(field -> {
            if (values.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()) != null) {
                wrong(field.getKey(), "is given twice");
            }
        });
    }

    @Override
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)))
                .filter(raw ->
                        !raw.isNull() && !(raw.isTextual() && raw.textValue().isBlank()));
    }

    @Override
    protected String path(String name) {
        return name;
    }

    /** A whole number from 1; as a text, too. */
    Optional<Integer> number(String name) {
        return value(name).flatMap(raw -> {
            var text = raw.isIntegralNumber() || raw.isTextual() ? raw.asText() : "";
            try {
                var number = Integer.parseInt(text);
                if (number > 0) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // told below
            }
            wrong(name, "must be a number from 1 to 2147483647");
            return Optional.empty();
        });
    }

    /** An amount that can be paid, as a number or as a text. */
    Optional<BigDecimal> amount(String name, BigDecimal largest) {
        return value(name).flatMap(raw -> {
            var text = raw.isNumber() ? plain(raw.decimalValue()) : raw.isTextual() ? raw.textValue() : "";
            if (!AMOUNT.matcher(text).matches()
                    || new BigDecimal(text).signum() == 0
                    || new BigDecimal(text).compareTo(largest) > 0) {
                wrong(name, "must be from 0.01 to " + largest + ", with at most 2 decimals");
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text));
        });
    }

    /** 1.500 is 1.50, and nothing that is written in a few characters becomes a million of them. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > 100 ? "" : shortened(number).toPlainString();
    }

    private static BigDecimal shortened(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A time in UTC. */
    Optional<Instant> time(String name) {
        return text(name, 40).flatMap(text -> {
            try {
                if (TIME.matcher(text).matches()) {
                    return Optional.of(Instant.parse(text));
                }
            } catch (DateTimeException e) {
                // told below
            }
            wrong(name, "must be a time in UTC, yyyy-MM-ddTHH:mm:ssZ");
            return Optional.empty();
        });
    }

    List<String> texts(String name, int longest) {
        return value(name)
                .map(raw -> {
                    if (!raw.isArray() || raw.size() > MOST) {
                        wrong(name, "must be a list of at most " + MOST + " strings");
                        return List.<String>of();
                    }
                    var texts = new ArrayList<String>();
                    raw.forEach(item -> text(name, item, 0, longest).ifPresent(texts::add));
                    return texts;
                })
                .orElse(List.of());
    }

    private static boolean isName(String key) {
        return !key.isBlank() && key.length() <= LONGEST_NAME && isStorable(key);
    }

    /** Texts by names, in the order of these. */
    Map<String, String> properties(String name, int longest) {
        var properties = new TreeMap<String, String>();
        value(name).ifPresent(raw -> {
            if (!raw.isObject() || raw.size() > MOST) {
                wrong(name, "must be an object of at most " + MOST + " strings");
                return;
            }
            if (raw.properties().stream().anyMatch(property -> !isName(property.getKey()))) {
                wrong(name, "must have names of 1 to " + LONGEST_NAME + " characters");
                return;
            }
            if (StrictJson.text(raw).length() > LARGEST) {
                wrong(name, "must be at most " + LARGEST + " characters of JSON");
                return;
            }
            raw.properties().forEach(property -> text(name, property.getValue(), 0, longest)
                    .ifPresent(text -> properties.put(property.getKey(), text)));
        });
        return properties;
    }
}
