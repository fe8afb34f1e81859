package io.caravan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at is there. */
class DocumentsTests {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");
    private static final Map<String, String> TESTS = tests();

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        var links = LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));

        assertThat(links.filter(link -> !Files.exists(document.toAbsolutePath().resolveSibling(link))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void testsThatAreNamedExist(Path document) throws IOException {
        var missing = TEST.matcher(Files.readString(document))
                .results()
                .filter(test -> !TESTS.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "("))
                .map(test -> test.group(0));

        assertThat(missing).isEmpty();
    }

    static List<Path> documents() {
        return Stream.of(".", "docs", "routes", "mock-endpoints", "bench")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, folder.equals(Path.of(".")) ? 1 : 5))
                .filter(file -> file.toString().endsWith(".md"))
                .sorted()
                .toList();
    }

    private static Map<String, String> tests() {
        return files(Path.of("src/test/java"), 20)
                .filter(file -> file.toString().endsWith("Tests.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        DocumentsTests::read,
                        String::concat));
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (var files = Files.walk(folder, depth)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
