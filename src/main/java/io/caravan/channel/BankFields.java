package io.caravan.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the fields of one JSON object are made of another's, as {@code total.value=/amount:text, status=/state|OK:done}: a
 * name, and behind it a JSON pointer, or a word that stands for itself.
 */
record BankFields(List<Field> fields) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");
    private static final Pattern SMALL = Pattern.compile("-?[0-9]{1,9}");

    /**
     * A field.
     *
     * @param from a pointer, or the word itself
     * @param as {@code text} or {@code number}; empty if it stays what it is
     * @param words what stands for what; others stay as they are
     */
    record Field(String name, String from, String as, Map<String, String> words) {

        /** Missing if there is nothing at the pointer, or no number where one is wanted. */
        JsonNode of(JsonNode other) {
            if (!from.startsWith("/")) {
                return SMALL.matcher(from).matches() ? IntNode.valueOf(Integer.parseInt(from)) : TextNode.valueOf(from);
            }
            var found = other.at(from);
            if (found.isNull() || found.isContainerNode() || found.isMissingNode()) {
                return found.isNull() ? MissingNode.getInstance() : found;
            }
            var text = found.isNumber() ? found.decimalValue().toPlainString() : found.asText();
            return switch (as) {
                case "text" -> TextNode.valueOf(text);
                case "number" ->
                    NUMBER.matcher(text).matches()
                            ? DecimalNode.valueOf(new BigDecimal(text))
                            : MissingNode.getInstance();
                default -> words.containsKey(text) ? TextNode.valueOf(words.get(text)) : found;
            };
        }
    }

    /** @throws IllegalArgumentException if this is no list of fields */
    static BankFields parse(String text) {
        var fields = new ArrayList<Field>();
        for (var field : text.split(",", -1)) {
            int sign = field.indexOf('=');
            if (sign < 1 || field.substring(sign + 1).isBlank()) {
                throw new IllegalArgumentException("Not a list of fields: " + text);
            }
            fields.add(field(
                    field.substring(0, sign).strip(), field.substring(sign + 1).strip()));
        }
        return new BankFields(fields);
    }

    private static Field field(String name, String value) {
        var parts = List.of(value.split("\\|"));
        var words = new LinkedHashMap<String, String>();
        for (var word : parts.subList(1, parts.size())) {
            var pair = word.split(":", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("Not a word and what it stands for: " + word);
            }
            words.put(pair[0].strip(), pair[1].strip());
        }
        var from = parts.get(0).strip();
        var as = Stream.of("text", "number")
                .filter(type -> from.startsWith("/") && from.endsWith(":" + type))
                .findFirst()
                .orElse("");
        return new Field(name, as.isEmpty() ? from : from.substring(0, from.length() - as.length() - 1), as, words);
    }
}
