package io.caravan.dialect.paymentinvoices;

import io.caravan.core.problem.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In which of the two media types is answered: that of the request, as far as the caller accepts it. */
final class MediaTypes {

    static final String JSON = "application/json";
    static final String JSON_API = "application/vnd.api+json";

    private static final List<String> ANY = List.of("*/*", "application/*");

    private MediaTypes() {}

    /** Whether bodies of this media type are read. JSON:API forbids parameters; others may name their charset. */
    static boolean reads(String mediaType) {
        var parts = parts(mediaType);
        return parts.get(0).equals(JSON) || parts.get(0).equals(JSON_API) && parts.size() == 1;
    }

    /**
     * The media type of the answer.
     *
     * @param sent the request's, or null
     * @param accept the request's header, or null
     * @throws InvalidInput on {@code Accept} if the caller accepts neither
     */
    static String answer(String sent, String accept) {
        var preferred = sent != null && parts(sent).get(0).equals(JSON_API) ? JSON_API : JSON;
        if (accept == null || accept.isBlank()) {
            return preferred;
        }
        var ranges = Arrays.stream(accept.split(",")).map(MediaTypes::parts).toList();
        if (sent == null && isNamed(ranges, JSON_API) && !isNamed(ranges, JSON)) {
            return JSON_API;
        }
        return Stream.of(preferred, JSON, JSON_API)
                .filter(type -> isNamed(ranges, type) || ranges.stream().anyMatch(range -> ANY.contains(range.get(0))))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("Accept", "must allow " + JSON + " or " + JSON_API));
    }

    private static boolean isNamed(List<List<String>> ranges, String type) {
        return ranges.stream()
                .filter(range -> range.get(0).equals(type))
                .anyMatch(range -> !type.equals(JSON_API)
                        || range.stream().skip(1).allMatch(parameter -> parameter.startsWith("q=")));
    }

    private static List<String> parts(String mediaType) {
        return Arrays.stream((mediaType.isEmpty() ? " " : mediaType).split(";"))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
