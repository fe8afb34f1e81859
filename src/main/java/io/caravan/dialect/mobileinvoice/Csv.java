package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.caravan.core.problem.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** CSV as RFC 4180 has it, in UTF-8. */
final class Csv {

    static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private static final CsvMapper MAPPER = new CsvMapper();

    private Csv() {}

    /** The rows under a line of names. A text that a spreadsheet would run has an apostrophe before it. */
    static byte[] write(List<String> names, List<Map<String, Object>> rows) {
        var schema = CsvSchema.builder()
                .addColumns(names, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n")
                .build();
        try {
            return MAPPER.writer(schema)
                    .writeValueAsString(rows.stream().map(Csv::harmless).toList())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The lines, each a list of cells.
     *
     * @throws InvalidInput if quotation marks do not match
     */
    static List<String[]> read(String text, char separator) {
        var lines = MAPPER.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        try (MappingIterator<String[]> read = lines.readValues(text)) {
            return read.readAll();
        } catch (IOException e) {
            throw InvalidInput.of("", "is not CSV that can be read");
        }
    }

    private static Map<String, Object> harmless(Map<String, Object> row) {
        var harmless = new LinkedHashMap<>(row);
        harmless.replaceAll((name, value) -> value instanceof String text ? harmless(text) : value);
        return harmless;
    }

    /** The text, which no spreadsheet runs. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
