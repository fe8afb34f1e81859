package io.caravan.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Runs the paths that are asked for, one after the other, and writes the report. */
public final class Bench {

    private final Settings settings;
    private final Report report;

    private Bench(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        var settings = Settings.fromSystem();
        empty(settings.work());
        var report = new Report(ZonedDateTime.now(ZoneOffset.UTC), Machine.describe(settings));
        var bench = new Bench(settings, report);
        var failed = false;
        for (var path : settings.paths()) {
            System.out.println("-- " + path);
            try {
                bench.run(path);
            } catch (Exception e) {
                e.printStackTrace();
                report.remark("`" + path + "` failed: " + NestedExceptionUtils.getMostSpecificCause(e));
                failed = true;
            }
        }
        var file = report.write(failed ? settings.work() : settings.results());
        if (!failed && settings.docs().isPresent()) {
            report.writeInto(settings.docs().get(), file);
        }
        System.out.println();
        System.out.println(report.markdown());
        System.out.println("Written to " + file + ".md and .json");
        System.exit(failed ? 1 : 0);
    }

    private void run(String path) throws Exception {
        var directory = settings.work().resolve(path);
        Files.createDirectories(directory);
        switch (path) {
            case "create-postgresql" -> onPostgres(directory, new Creates(path, settings, report)::run);
            case "create-h2" -> onH2(directory, new Creates(path, settings, report)::run);
            case "alone-postgresql" -> onPostgres(directory, new Creates(path, settings, report)::runAlone);
            case "bare-postgresql" -> onPostgres(directory, new Creates(path, settings, report)::runBareAgainstItself);
            case "least-postgresql" -> onPostgres(directory, new Creates(path, settings, report)::runLeast);
            case "bare-h2" -> onH2(directory, new Creates(path, settings, report)::runBareAgainstItself);
            case "batches" -> onPostgres(directory, new Batches(path, settings, report)::run);
            case "batches-h2" -> onH2(directory, new Batches(path, settings, report)::run);
            case "batches-large" -> onPostgres(directory, new Batches(path, settings, report)::runLarge);
            case "callbacks" -> onPostgres(directory, new Callbacks(path, settings, report)::run);
            case "bare-callbacks" -> onPostgres(directory, new Callbacks(path, settings, report)::runBareAgainstItself);
            case "isolation" -> onPostgres(directory, new Isolation(path, settings, report)::run);
            case "latency" -> onPostgres(directory, new Latency(path, settings, report)::run);
            case "statements" -> onPostgres(directory, new Statements(path, settings, report)::run);
            case "expiry" -> onPostgres(directory, new Expiry(path, settings, report)::run);
            case "growth-1k", "growth-100k", "growth-1m", "growth-5m" ->
                onPostgres(directory, new Growth(path, settings, report)::run);
            case "growth-h2-1k", "growth-h2-100k" -> onH2(directory, new Growth(path, settings, report)::run);
            case "instances" -> onPostgres(directory, new Instances(path, settings, report)::run);
            case "start" -> new Starts(path, settings, report).run(directory);
            case "start-production" -> onPostgres(directory, new Starts(path, settings, report)::runInProduction);
            default -> throw new IllegalArgumentException("There is no path " + path);
        }
    }

    /** A path on databases of a kind, with a directory of its own. */
    private interface Measurement<T extends Databases> {
        void run(Path directory, T databases) throws Exception;
    }

    private void onPostgres(Path directory, Measurement<Postgres> path) throws Exception {
        try (var postgres = new Postgres(directory.resolve("postgresql"))) {
            report.fact("PostgreSQL", postgres.product());
            path.run(directory, postgres);
        }
    }

    private void onH2(Path directory, Measurement<Databases> path) throws Exception {
        try (var h2 = Databases.h2(directory.resolve("h2"))) {
            report.fact("H2", h2.product());
            path.run(directory, h2);
        }
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(directory);
    }
}
