package io.caravan.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Caravan in a process of its own, so that it can be killed; it keeps its data in a folder of the test's. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Patience.SOON;

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int managementPort = Ports.free();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Path> jar = Optional.empty();
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

    /** From its next start on it is the jar of another version, with the routes that belong to it. */
    public void become(OtherVersion version) {
        jar = Optional.of(version.jar());
        settings.put("caravan.routes", version.routes().toString());
        settings.put("caravan.mock.routes", version.mockEndpoints().toString());
    }

    /** From its next start on it is what is tested here. */
    public void becomePresent() {
        jar = Optional.empty();
        settings.put("caravan.routes", absolute("routes"));
        settings.put("caravan.mock.routes", absolute("mock-endpoints"));
    }

    /** The same, with these variables in its environment; settings count for more. */
    public ServiceProcess withEnvironment(Map<String, String> variables) {
        environment.putAll(variables);
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
                "-XX:+UseSerialGC"));
        if (jar.isPresent()) {
            command.addAll(List.of("-jar", jar.get().toString()));
        } else {
            command.addAll(ClassArchive.options(mainClassPath()));
            command.add("io.caravan.Caravan");
        }
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitReady() {
        try {
            await("readiness").atMost(START).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The service ended:\n" + tailOfLog(40));
                }
                return Http.isOk(managementUri("/actuator/health/readiness"));
            });
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("The service is not ready: " + whyNotReady(), e);
        }
        if (jar.isEmpty() && !"mocks".equals(settings.get("caravan.mode"))) {
            ClassArchive.writtenBy(process);
        }
    }

    /** What the service says of itself, its last lines, and what all its threads do. */
    private String whyNotReady() {
        String health;
        try {
            health = Http.get(managementUri("/actuator/health/readiness")).body();
        } catch (IllegalStateException e) {
            health = e.getMessage();
        }
        var said = tailOfLog(5);
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> tailOfLog(60)
                    .contains("Heap"));
        } catch (IOException | InterruptedException | ConditionTimeoutException e) {
            said += "\n(no thread dump: " + e + ")";
        }
        return health + "\n" + said + "\n" + tailOfLog(2000);
    }

    /** Ends the process at once, without a chance to finish anything: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(Patience.SOON).until(() -> !process.isAlive());
    }

    /** Stops the process where it is, with all that it holds: SIGSTOP. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on as if no time had passed: SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var ended = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("no signal " + name + " for " + process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Asks the process to end, as an operator would: SIGTERM; comes back when it has. */
    public void terminate() {
        process.destroy();
        await().atMost(Patience.SOON).until(() -> !process.isAlive());
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
        return classPath(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"));
    }

    /** What of the class path of this process is wanted, for processes in other folders. */
    static String classPath(Predicate<String> wanted) {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(wanted)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().toString();
    }

    private String tailOfLog(int count) {
        try (var lines = Files.lines(log())) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
