package io.caravan.crash.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** No instance has met tables, rows or messages that it does not understand, by what it wrote into its log. */
final class Complaints {

    private static final List<String> WORDS = List.of(
            "BadSqlGrammarException",
            "DataIntegrityViolationException",
            "UnrecognizedPropertyException",
            "No enum constant",
            "FlywayValidateException");

    private final Site site;
    private final Journal journal;

    Complaints(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    void check() {
        site.instances.forEach(instance -> lines(instance.log()).stream()
                .filter(line -> WORDS.stream().anyMatch(line::contains))
                .distinct()
                .limit(10)
                .forEach(line -> journal.broken(instance.log() + " says: " + line)));
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
