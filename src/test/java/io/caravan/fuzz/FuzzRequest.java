package io.caravan.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is sent, without the credential that belongs to it. As a file: method and path, headers, an empty line, the body.
 *
 * @param pattern the path as endpoints.csv has it, by which the credential is chosen
 * @param headers alternate between name and value
 */
record FuzzRequest(String method, String pattern, String path, List<String> headers, String body) {

    private static final Path FILES = Path.of("src/test/resources/fuzz/regressions");

    /** Those that have once been answered badly. */
    static Stream<FuzzRequest> regressions() throws IOException {
        return Files.list(FILES)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted()
                .map(FuzzRequest::read);
    }

    static FuzzRequest read(Path file) {
        try {
            var text = Files.readString(file);
            var lines = text.lines().toList();
            var first = lines.get(0).split(" ", 3);
            var headers = new ArrayList<String>();
            lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).forEach(line -> {
                headers.add(line.replaceFirst(": .*", ""));
                headers.add(line.replaceFirst("^[^:]*: ", ""));
            });
            return new FuzzRequest(first[0], first[1], first[2], headers, text.substring(text.indexOf("\n\n") + 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in a file. */
    String text() {
        var text = new StringBuilder(method + " " + pattern + " " + path + "\n");
        for (int i = 0; i < headers.size(); i += 2) {
            text.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append('\n');
        }
        return text + "\n" + body;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
