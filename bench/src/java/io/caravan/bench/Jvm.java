package io.caravan.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Java process that the benchmark has started and ends again. */
final class Jvm implements AutoCloseable {

    private static final Duration QUIET_CHECK = Duration.ofSeconds(1);
    private static final double QUIET_SHARE = 0.1;

    private final String name;
    private final Process process;
    private final Path log;
    private final long startedAt;
    private final Thread atExit = new Thread(this::destroy);

    private Jvm(String name, Process process, Path log, long startedAt) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.startedAt = startedAt;
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            destroy(); // The benchmark is being ended.
            throw e;
        }
    }

    /** Starts {@code java} with the arguments; what it prints goes to {@code name.log} in its working directory. */
    static Jvm start(String name, Path directory, List<String> arguments) throws IOException {
        Files.createDirectories(directory);
        var log = directory.resolve(name + ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var startedAt = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Jvm(name, process, log, startedAt);
    }

    /** The class path of this process, for others in other directories. */
    static String classPath(Predicate<String> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    String name() {
        return name;
    }

    /** Waits until the address answers 200 and tells how long that took since the process was started. */
    Duration awaitOk(URI address, Duration patience) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        while (System.nanoTime() - startedAt < patience.toNanos()) {
            if (!process.isAlive()) {
                throw failed("ended with " + process.exitValue());
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedAt);
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(20);
        }
        throw failed("did not answer 200 at " + address);
    }

    /** Waits until the process has done its work and ended well. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
            throw failed("did not do its work");
        }
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /**
     * Waits until the process uses less than a tenth of a core, so that what one round leaves behind does not slow the
     * next, and tells how long that took.
     */
    Duration awaitQuiet(Duration patience) throws InterruptedException {
        var start = System.nanoTime();
        for (var before = cpuSeconds(); System.nanoTime() - start < patience.toNanos(); ) {
            Thread.sleep(QUIET_CHECK.toMillis());
            var now = cpuSeconds();
            if (now - before < QUIET_SHARE * QUIET_CHECK.toSeconds()) {
                break;
            }
            before = now;
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Memory of the process that is in RAM now, as Linux tells. */
    double residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(45, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Ends the process, since what it is for cannot be done. */
    private IllegalStateException failed(String why) {
        close();
        return new IllegalStateException(name + " " + why + ", see " + log);
    }

    private void destroy() {
        process.destroyForcibly();
    }
}
