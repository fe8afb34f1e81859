package io.caravan.dialect.mobilepay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** JSON being written, key by key in the order of the contract; a value that is absent is written as null. */
final class JsonText {

    private final JsonGenerator out;

    private JsonText(JsonGenerator out) {
        this.out = out;
    }

    /** An object with these members. */
    static byte[] object(Consumer<JsonText> members) {
        return write(text -> text.item(members));
    }

    /** An array with an object for each item. */
    static <T> byte[] array(Iterable<T> items, Writer<T> writer) {
        return write(text -> text.items(items, writer));
    }

    /** Writes the members of the object that stands for an item. */
    interface Writer<T> {

        void write(JsonText json, T item);
    }

    JsonText put(String key, Object value) {
        return member(key, () -> {
            if (value == null) {
                out.writeNull();
            } else if (value instanceof BigDecimal number) {
                out.writeNumber(plain(number));
            } else if (value instanceof Integer number) {
                out.writeNumber(number);
            } else {
                out.writeString(value.toString());
            }
        });
    }

    /** A text as it is, with what escaping would take from it: the placeholder of a link. */
    JsonText putRaw(String key, String value) {
        return member(key, () -> out.writeRawValue('"' + value + '"'));
    }

    JsonText put(String key, Optional<?> value) {
        return put(key, value.orElse(null));
    }

    <T> JsonText put(String key, Iterable<T> items, Writer<T> writer) {
        return member(key, () -> items(items, writer));
    }

    /** An object as the value. */
    <T> JsonText putObject(String key, T item, Writer<T> writer) {
        return member(key, () -> item(json -> writer.write(json, item)));
    }

    private static byte[] write(Consumer<JsonText> content) {
        try (var bytes = new ByteArrayBuilder();
                var out = Json.FACTORY.createGenerator(bytes)) {
            out.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            content.accept(new JsonText(out));
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void items(Iterable<T> items, Writer<T> writer) {
        unchecked(out::writeStartArray);
        items.forEach(item -> item(json -> writer.write(json, item)));
        unchecked(out::writeEndArray);
    }

    private void item(Consumer<JsonText> members) {
        unchecked(out::writeStartObject);
        members.accept(this);
        unchecked(out::writeEndObject);
    }

    private JsonText member(String key, Step value) {
        unchecked(() -> {
            out.writeFieldName(key);
            value.write();
        });
        return this;
    }

    /** 360 and not 360.00. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private interface Step {

        void write() throws IOException;
    }

    private static void unchecked(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
