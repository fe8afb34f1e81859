package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.problem.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The rows of an import as JSON objects, whatever it came as. */
final class ImportRows {

    static final int MOST = 2000;

    private static final String MARK = "\uFEFF";

    private ImportRows() {}

    /**
     * A row; reading it fails if it cannot be made an object of.
     *
     * @param mediaType of the body: CSV, else JSON lines
     * @throws InvalidInput if there are none, too many, or they cannot be told from each other
     */
    static List<Supplier<ObjectNode>> read(byte[] body, String mediaType) {
        var text = text(body);
        var rows = mediaType.toLowerCase(Locale.ROOT).startsWith("text/csv") ? CsvRows.read(text) : lines(text);
        if (rows.isEmpty()) {
            throw InvalidInput.of("", "has no rows");
        }
        if (rows.size() > MOST) {
            throw InvalidInput.of("", "has more than " + MOST + " rows");
        }
        return rows;
    }

    private static List<Supplier<ObjectNode>> lines(String text) {
        var rows = new ArrayList<Supplier<ObjectNode>>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> rows.add(() -> (ObjectNode) Json.object(line.getBytes(StandardCharsets.UTF_8))));
        return rows;
    }

    private static String text(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw InvalidInput.of("", "is not UTF-8");
        }
    }
}
