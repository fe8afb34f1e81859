package io.caravan.dialect.mobilepay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which bodies are read: JSON under any of its names, in UTF-8. */
final class MediaTypes {

    private static final Pattern JSON =
            Pattern.compile("(application|text)/json|application/[a-z0-9!#$&^_.+-]+\\+json");
    private static final Pattern CHARSET = Pattern.compile("\\s*charset\\s*=\\s*(.*)");

    private MediaTypes() {}

    static boolean isJson(String mediaType) {
        var parts = mediaType.toLowerCase(Locale.ROOT).split(";");
        if (!JSON.matcher(parts[0].strip()).matches()) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            var charset = CHARSET.matcher(parts[i]);
            if (charset.matches() && !isUtf8(charset.group(1).replace("\"", "").strip())) {
                return false;
            }
        }
        return true;
    }

    /** Under its own name or any that Java knows it by, such as {@code utf8}. */
    private static boolean isUtf8(String charset) {
        return Stream.concat(Stream.of(UTF_8.name()), UTF_8.aliases().stream()).anyMatch(charset::equalsIgnoreCase);
    }
}
