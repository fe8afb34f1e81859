package io.caravan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** While both versions work on the same rows, each meets words that the other wrote into them. */
class StoredWordsTests {

    private static final Path OPERATIONS = Path.of("docs", "operations.md");

    private final Map<String, List<String>> before = SayingFiles.wordsBefore();
    private final Map<String, List<String>> today = StoredWords.ofToday();

    @Test
    void thisVersionReadsAllWordsThatTheVersionBeforeWrites() {
        assertThat(before).hasSizeGreaterThan(20).containsKey("io.caravan.core.invoice.InvoiceStatus");
        assertThat(before)
                .allSatisfy((type, words) ->
                        assertThat(today.get(type)).as(type).isNotNull().containsAll(words));
    }

    @Test
    void wordsThatTheVersionBeforeCannotReadAreToldToOperators() throws IOException {
        var upgrades = Files.readString(OPERATIONS).split("\n## Upgrades\n")[1].split("\n## ")[0];

        assertThat(added(before, today).filter(word -> !upgrades.contains("`" + word + "`")))
                .isEmpty();
    }

    @Test
    void aNewWordIsFound() {
        assertThat(added(Map.of("A", List.of("ONE")), Map.of("A", List.of("ONE", "TWO"), "B", List.of("THREE"))))
                .containsExactly("TWO");
    }

    /** Of enums that both have. */
    private static Stream<String> added(Map<String, List<String>> before, Map<String, List<String>> today) {
        return before.entrySet().stream().flatMap(one -> today.getOrDefault(one.getKey(), List.of()).stream()
                .filter(word -> !one.getValue().contains(word)));
    }
}
