package io.caravan.dialect.mobilepay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The documented examples, with dates and ids filled in. */
final class Golden {

    private static final Map<String, String> USUAL = Map.of(
            "id", "63679ab7-cc49-4f75-80a7-86217fc105ea",
            "issued", "2018-02-12",
            "due", "2018-03-12",
            "ordered", "2018-02-05",
            "delivered", "2018-02-10");

    private Golden() {}

    static String read(String name) {
        try (var file = Golden.class.getResourceAsStream("/golden/mobilepay/" + name)) {
            var text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            for (var entry : USUAL.entrySet()) {
                text = text.replace("${" + entry.getKey() + "}", entry.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the blanks between tokens, as it goes over the wire; for examples without blanks in texts that matter. */
    static String compact(String name) {
        return read(name).replaceAll("\\n *", "").replace("\": ", "\":");
    }
}
