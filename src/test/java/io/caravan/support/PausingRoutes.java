package io.caravan.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A copy of the service's routes in which a call can be held before a step: one whose {@code X-Pause} header names the
 * step waits there for ever, and the log says so. The name of the header is kept from the step that is called first.
 */
public final class PausingRoutes {

    private static final Path ORIGINAL = Path.of("routes");
    private static final String KEEP_NAME =
            """
            - setProperty:
                id: keep-pause
                name: Pause
                expression:
                  simple:
                    expression: ${header.X-Pause}
            """;
    private static final String HOLD =
            """
            - filter:
                id: pause-%1$s
                expression:
                  simple:
                    expression: ${exchangeProperty.Pause} == '%1$s'
                steps:
                  - log:
                      id: tell-%1$s
                      message: "held before %1$s"
                  - delay:
                      id: hold-%1$s
                      expression:
                        constant:
                          expression: "600000"
            """;

    private final Path folder;

    /** Copies all routes into the folder. */
    public PausingRoutes(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.walk(ORIGINAL)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(ORIGINAL.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** What a held call has left in the log. */
    public static String held(String step) {
        return "held before " + step;
    }

    /** The header is read before this step. */
    public PausingRoutes readsHeaderBefore(String step) throws IOException {
        insert(KEEP_NAME, step);
        return this;
    }

    public PausingRoutes holdsBefore(String step) throws IOException {
        insert(HOLD.formatted(step), step);
        return this;
    }

    /** Puts steps of the test's own before this step. */
    public PausingRoutes with(String steps, String before) throws IOException {
        insert(steps, before);
        return this;
    }

    private void insert(String steps, String before) throws IOException {
        var id = Pattern.compile("\\s+id: " + before);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var lines = new ArrayList<>(Files.readAllLines(file));
                for (int i = 1; i < lines.size(); i++) {
                    if (id.matcher(lines.get(i)).matches()) {
                        lines.addAll(i - 1, indented(steps, lines.get(i - 1).indexOf('-')));
                        Files.write(file, lines);
                        return;
                    }
                }
            }
        }
        throw new IllegalArgumentException("no step " + before);
    }

    private static List<String> indented(String steps, int by) {
        return steps.lines().map(line -> " ".repeat(by) + line).toList();
    }
}
