package io.caravan.mock;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a payer has typed: JSON from a program, a form from a browser. */
record PspForm(String card, String code) {

    static PspForm read(String body) {
        var text = body == null ? "" : body.strip();
        if (text.startsWith("{")) {
            var json = MockJson.read(text);
            return new PspForm(json.path("card").asText(), json.path("code").asText());
        }
        return new PspForm(field(text, "card"), field(text, "code"));
    }

    private static String field(String form, String name) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
