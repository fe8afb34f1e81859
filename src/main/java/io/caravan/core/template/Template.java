package io.caravan.core.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of a merchant's with places, as <code>{{amount}}</code>, that values take. Case does not count in their names.
 * A value cannot be more than a value: in a URL it is percent-encoded, and in a text it stays in its line.
 */
public final class Template {

    /** Blanks around the name are cut off afterwards: here they would be counted in every possible way. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

    /** A URL that has said by whom it is to be opened. */
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*[/?#].*");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** A literal, or the name of a place in lower case. */
    private record Piece(boolean isPlace, String text, String written) {}

    private final String source;
    private final List<Piece> pieces;

    private Template(String source, List<Piece> pieces) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
    }

    /** The template that this text is: every text is one. */
    public static Template of(String source) {
        var pieces = new ArrayList<Piece>();
        var places = PLACE.matcher(source);
        int from = 0;
        while (places.find()) {
            pieces.add(new Piece(false, source.substring(from, places.start()), ""));
            var name = places.group(1).strip();
            pieces.add(new Piece(true, name.toLowerCase(Locale.ROOT), name));
            from = places.end();
        }
        pieces.add(new Piece(false, source.substring(from), ""));
        return new Template(source, pieces);
    }

    /** The names of its places, as they are written, of which this says that they are not known. */
    public List<String> unknown(Predicate<String> isKnown) {
        return pieces.stream()
                .filter(piece -> piece.isPlace() && !isKnown.test(piece.text()))
                .map(Piece::written)
                .distinct()
                .toList();
    }

    /** Whether a value could decide whom the URL is for: none may stand before the end of its authority. */
    public boolean leavesItsOriginOpen() {
        return pieces.size() > 1 && !ORIGIN.matcher(pieces.get(0).text()).matches();
    }

    /** Whether it begins with this place. */
    public boolean beginsWith(String name) {
        return pieces.size() > 1
                && pieces.get(0).text().isEmpty()
                && pieces.get(1).text().equals(name.toLowerCase(Locale.ROOT));
    }

    /** With these values, by names in lower case; what is not known yet is left empty. */
    public String text(Function<String, Optional<String>> values) {
        return fill(values, value -> CONTROLS.matcher(value).replaceAll(" "));
    }

    /** With these values, percent-encoded; but for one with which the URL begins. */
    public String url(Function<String, Optional<String>> values) {
        if (pieces.size() > 1 && pieces.get(0).text().isEmpty()) {
            var rest = new Template(source, pieces.subList(2, pieces.size()));
            return values.apply(pieces.get(1).text()).orElse("") + rest.url(values);
        }
        return fill(values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }

    private String fill(Function<String, Optional<String>> values, UnaryOperator<String> encode) {
        return pieces.stream()
                .map(piece ->
                        piece.isPlace() ? values.apply(piece.text()).map(encode).orElse("") : piece.text())
                .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && source.equals(template.source);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return source;
    }
}
