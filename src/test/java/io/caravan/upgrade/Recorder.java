package io.caravan.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the service says to its databases while tests run: said by its own classes or by Quartz, not by tests, not by
 * migrations, and not by the mock providers, which have tables of their own. It is written into a folder when the JVM
 * ends, a file for each run.
 */
final class Recorder {

    static final Path FOLDER = Path.of("target", "statements").toAbsolutePath();

    private static final List<String> SPEAKERS = List.of("io.caravan.", "org.quartz.", "org.flywaydb.");
    private static final List<String> OTHERS = List.of("org.flywaydb.", "io.caravan.mock.");
    private static final Recorder RUNNING = new Recorder();

    private final Map<String, Saying> heard = new TreeMap<>();

    private Recorder() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::write));
    }

    static void hear(String sql, Supplier<List<Value>> values) {
        if (isOfTheService()) {
            RUNNING.add(Saying.of(sql, values.get()));
        }
    }

    private synchronized void add(Saying saying) {
        heard.merge(saying.key(), saying, Saying::and);
    }

    private static boolean isOfTheService() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> !type.getPackageName().equals(Recorder.class.getPackageName()))
                        .filter(type -> SPEAKERS.stream().anyMatch(type.getName()::startsWith))
                        .findFirst()
                        .filter(type -> OTHERS.stream().noneMatch(type.getName()::startsWith) && !isTest(type))
                        .isPresent());
    }

    private static boolean isTest(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().getPath().contains("test-classes");
    }

    private synchronized void write() {
        if (heard.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(ProcessHandle.current().pid() + "-" + System.currentTimeMillis() + ".txt"),
                    heard.values().stream().map(Saying::written).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
