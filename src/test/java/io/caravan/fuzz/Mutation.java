package io.caravan.fuzz;

import java.util.List;
import java.util.Random;

/** Changes texts by chance, the same chance for the same seed. */
final class Mutation {

    private static final List<String> NASTY = List.of(
            "",
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-0.0",
            "9223372036854775808",
            "0.1234567890123456789",
            "1E-400",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"https://user@[::1]:99999/\"",
            "\"%s%n${body} {{caravan.data}} ../../etc/passwd\"",
            "[]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "{\"a\":{\"b\":[null]}}",
            "\"\u202e\u0000\uffff\ud83d\ude00\"",
            "\0",
            "\\u0000",
            "+999999999-12-31T23:59:59Z_71b5f99a-0585-57a6-ac93-f2c0344bb67d",
            "-999999999-01-01T00:00:00Z",
            "'",
            ";",
            "&a=b&a[]=c",
            "%",
            "%zz%00",
            "NaN",
            "\"-PT9999999999999H\"");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** One to four changes. */
    String of(String text) {
        var changed = text;
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed = once(changed);
        }
        return changed;
    }

    String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(7)) {
            case 0 -> value(text, at);
            case 1 -> value(text, at);
            case 2 -> text.substring(0, at) + text.substring(end);
            case 3 -> text.substring(0, at) + nasty() + text.substring(at);
            case 4 -> text.substring(0, end) + text.substring(at);
            case 5 ->
                text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(Math.min(text.length(), at + 1));
            default -> text.substring(0, at);
        };
    }

    /** Puts something in the place of the value after the next colon, or equals sign. */
    private String value(String text, int from) {
        var key = java.util.regex.Pattern.compile("[:=]\\s*(\"[^\"]*\"|[^,&}\\]\"]+)")
                .matcher(text);
        if (!key.find(from) && !key.find(0)) {
            return text + nasty();
        }
        return text.substring(0, key.start(1)) + nasty() + text.substring(key.end(1));
    }
}
