package io.caravan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much is measured, and with what. Each comes from a system property {@code bench.*} and is bounded. */
record Settings(
        List<String> paths,
        int rounds,
        Duration warmUp,
        Duration round,
        int connections,
        int events,
        int waiting,
        int stored,
        int due,
        int starts,
        String heap,
        Optional<Path> jar,
        List<String> serviceOptions,
        List<String> serviceArguments,
        Path project,
        Path work,
        Path results,
        Optional<Path> docs) {

    static Settings fromSystem() {
        var project = Path.of(System.getProperty("bench.project", "."))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                words(
                        "bench.paths",
                        "bare-postgresql create-postgresql create-h2 batches batches-h2 batches-large callbacks latency isolation"
                                + " statements start"),
                number("bench.rounds", 5, 1, 50),
                Duration.ofSeconds(number("bench.warm-up", 20, 1, 300)),
                Duration.ofSeconds(number("bench.round", 10, 1, 300)),
                number("bench.connections", 16, 1, 256),
                number("bench.events", 20_000, 100, 1_000_000),
                number("bench.waiting", 1_000_000, 1_000, 10_000_000),
                number("bench.stored", 1_000_000, 1_000, 50_000_000),
                number("bench.due", 100_000, 100, 10_000_000),
                number("bench.starts", 3, 1, 20),
                System.getProperty("bench.heap", "1g"),
                Optional.of(System.getProperty("bench.jar", ""))
                        .filter(jar -> !jar.isBlank())
                        .map(Path::of),
                words("bench.service-options", ""),
                words("bench.service-arguments", ""),
                project,
                project.resolve("target/bench"),
                Path.of(System.getProperty(
                                "bench.results",
                                project.resolve("bench/results").toString()))
                        .toAbsolutePath(),
                Optional.of(System.getProperty("bench.docs", ""))
                        .filter(docs -> !docs.isBlank())
                        .map(docs -> Path.of(docs).toAbsolutePath()));
    }

    private static List<String> words(String name, String otherwise) {
        var value = System.getProperty(name, "");
        return List.of((value.isBlank() ? otherwise : value).trim().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int number(String name, int otherwise, int lowest, int highest) {
        var value = System.getProperty(name, "");
        var number = value.isBlank() ? otherwise : Integer.parseInt(value.trim());
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException(name + " must be between " + lowest + " and " + highest);
        }
        return number;
    }
}
