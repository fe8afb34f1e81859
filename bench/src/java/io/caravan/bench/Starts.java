package io.caravan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the service takes from the command to readiness, and how much memory it holds when nobody asks anything. */
final class Starts {

    private static final Duration REST = Duration.ofSeconds(30);

    /** What docs/operations.md names, beside the archive where memory is short. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx512m");

    /** What the sandbox has and production refuses, as this machine has no providers. */
    private static final List<String> PRODUCTION = List.of(
            "--caravan.mode=production",
            "--caravan.allow-unsafe=sandbox-key,page-key,sandbox-password,psp-secret,carrier-secret,bank-secret,"
                    + "sms-secret,sms-password,push-mock,psp-mock,carrier-mock,bank-mock,sms-mock,public-url");

    private final String path;
    private final Settings settings;
    private final Report report;
    private final List<String> arguments;

    Starts(String path, Settings settings, Report report) {
        this.path = path;
        this.settings = settings;
        this.report = report;
        this.arguments = new ArrayList<>(settings.serviceArguments());
    }

    /** The same without mock endpoints, on a database that is a process of its own; the broker is embedded. */
    void runInProduction(Path directory, Databases databases) throws Exception {
        arguments.addAll(PRODUCTION);
        arguments.add("--spring.datasource.url=" + databases.url("caravan"));
        arguments.add("--spring.datasource.username=" + databases.user());
        run(directory);
    }

    /**
     * Measures the fat jar, then the extracted one with what the JVM keeps of a start, each without options and with
     * those for little memory.
     */
    void run(Path directory) throws Exception {
        if (settings.jar().isEmpty()) {
            report.remark("`" + path + "` was left out: there is no fat jar");
            return;
        }
        var jar = settings.jar().get().toAbsolutePath();
        report.add(Finding.of(path, "fat jar, size", "MiB", Files.size(jar) / 1024.0 / 1024.0));
        var fat = List.of("-jar", jar.toString());
        start(directory, fat).close();
        measure("fat jar", directory, fat, 15);
        measure("fat jar, " + String.join(" ", SMALL), directory, with(SMALL, fat), 15);

        var extracted = directory.resolve("extracted");
        extract(directory, jar, extracted);
        var launch = List.of("-jar", extracted.resolve(jar.getFileName()).toString());
        var archive = Archive.ofThisJvm();
        var what = "extracted, " + archive.what;
        measureArchived(what, archive, directory, launch);
        measureArchived(what + ", " + String.join(" ", SMALL), archive, directory, with(SMALL, launch));
    }

    /** What a JVM keeps of one start for the next ones. */
    private enum Archive {
        CLASSES("shared classes", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
        /** Classes that are linked already, and profiles of what they did. */
        AHEAD_OF_TIME("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

        private final String what;
        private final String write;
        private final String use;

        Archive(String what, String write, String use) {
            this.what = what;
            this.write = write;
            this.use = use;
        }

        static Archive ofThisJvm() {
            return Runtime.version().feature() >= 25 ? AHEAD_OF_TIME : CLASSES;
        }
    }

    /** The archive is made by a whole start with the same options, so that it has the classes of the routes too. */
    private void measureArchived(String what, Archive archive, Path directory, List<String> launch) throws Exception {
        var file = directory.resolve("archive");
        Files.deleteIfExists(file);
        start(directory, with(List.of(archive.write + file), launch)).close();
        if (Files.exists(file)) {
            measure(what, directory, with(List.of(archive.use + file), launch), 8);
        } else {
            report.remark("No archive was written; `" + what + "` was not measured");
        }
    }

    /** To be called after a start of the same, which has brought its files into the memory of the system. */
    private void measure(String what, Path directory, List<String> launch, double seconds) throws Exception {
        var times = new ArrayList<Double>();
        var sizes = new ArrayList<Double>();
        for (var i = 0; i < settings.starts(); i++) {
            try (var service = start(directory, launch)) {
                times.add(service.startTime().toMillis() / 1e3);
                Thread.sleep(REST.toMillis());
                sizes.add(service.jvm().residentMebibytes());
            }
        }
        report.add(Finding.of(path, what + ", until ready", "s", Pairs.median(times))
                .atMost(seconds));
        report.add(Finding.of(path, what + ", resident after 30 s", "MiB", Pairs.median(sizes))
                .atMost(512));
    }

    /** As it comes, H2 and the broker under {@code ./data} and no settings but ports, unless in production. */
    private Service start(Path directory, List<String> launch) throws Exception {
        return Service.start(settings, directory, launch, arguments);
    }

    private static void extract(Path directory, Path jar, Path to) throws Exception {
        try (var tool = Jvm.start(
                "extract",
                directory,
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", to.toString()))) {
            tool.awaitEnd(Duration.ofSeconds(60));
        }
    }

    private static List<String> with(List<String> options, List<String> launch) {
        var command = new ArrayList<>(options);
        command.addAll(launch);
        return command;
    }
}
