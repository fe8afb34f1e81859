package io.caravan.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Caravan in a process of its own, so that it can be killed; it keeps its data in a folder of the test's. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int managementPort = Ports.free();
    private Process process;

    /** A service that is not running yet; settings are those of application.yml. */
    public ServiceProcess(Path folder, Map<String, String> settings) {
        this(folder, Ports.free(), settings);
    }

    private ServiceProcess(Path folder, int port, Map<String, String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = new LinkedHashMap<>(settings);
        this.settings.put("caravan.routes", absolute("routes"));
        this.settings.put("caravan.mock.routes", absolute("mock-endpoints"));
        this.settings.put("server.port", String.valueOf(port));
        this.settings.put("management.server.port", String.valueOf(managementPort));
    }

    /** The same, but with the routes of this folder. */
    public ServiceProcess withRoutes(Path routes) {
        settings.put("caravan.routes", routes.toAbsolutePath().toString());
        return this;
    }

    /** The mock endpoints alone, on this port. */
    public static ServiceProcess mocks(Path folder, int port, Map<String, String> settings) {
        var all = new LinkedHashMap<>(settings);
        all.put("caravan.mode", "mocks");
        return new ServiceProcess(folder, port, all);
    }

    /** Starts the process and waits until it is ready. */
    public ServiceProcess start() {
        launch();
        awaitReady();
        return this;
    }

    /** Starts the process and comes back at once. */
    public void launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                mainClassPath(),
                "io.caravan.Caravan"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitReady() {
        await("readiness, see " + log()).atMost(START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended:\n" + tailOfLog());
            }
            return Http.isOk(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"));
        });
    }

    /** Ends the process at once, without a chance to finish anything: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("service-" + port + ".log");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    /** Without the classes of the tests: the service must not find their beans. */
    private static String mainClassPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().toString();
    }

    private String tailOfLog() {
        try (var lines = Files.lines(log())) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
