package io.caravan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The running service in a process of its own: sandbox identities, embedded broker, a directory of its own. */
final class Service implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Jvm jvm;
    private final int port;
    private final int management;
    private final Duration startTime;

    private Service(Jvm jvm, int port, int management, Duration startTime) {
        this.jvm = jvm;
        this.port = port;
        this.management = management;
        this.startTime = startTime;
    }

    /** Starts it as users do, but for its database. */
    static Service start(Settings settings, Path directory, Databases databases, List<String> more) throws Exception {
        return start(settings, directory, databases, List.of("-Xmx" + settings.heap()), more);
    }

    /** Starts it so, with these options of the JVM. */
    static Service start(
            Settings settings, Path directory, Databases databases, List<String> options, List<String> more)
            throws Exception {
        var arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + databases.url("caravan"),
                "--spring.datasource.username=" + databases.user()));
        arguments.addAll(settings.serviceArguments());
        arguments.addAll(more);
        var launch = new ArrayList<>(options);
        launch.addAll(settings.serviceOptions());
        launch.addAll(settings.jar()
                .map(jar -> List.of("-jar", jar.toAbsolutePath().toString()))
                .orElseGet(() -> List.of("-cp", Jvm.classPath(Service::isNotForTests), "io.caravan.Caravan")));
        return start(settings, directory, launch, arguments);
    }

    /** Starts it by the given arguments for {@code java} and waits until it says that it is ready. */
    static Service start(Settings settings, Path directory, List<String> launch, List<String> arguments)
            throws Exception {
        copy(settings.project(), directory, "routes", "mock-endpoints");
        var port = Ports.free();
        var management = Ports.free();
        var command = new ArrayList<>(launch);
        command.add("--server.address=127.0.0.1");
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + management);
        command.add("--caravan.sandbox.demo=false");
        command.addAll(arguments);
        var jvm = Jvm.start("caravan", directory, command);
        var ready = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
        return new Service(jvm, port, management, jvm.awaitOk(ready, PATIENCE));
    }

    Jvm jvm() {
        return jvm;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + management + path);
    }

    Duration startTime() {
        return startTime;
    }

    InvoiceRequests invoices() throws Exception {
        return new InvoiceRequests(
                port,
                "/api/v1/merchants/" + Sandbox.MERCHANT + "/invoices",
                "Authorization: Bearer " + token() + "\r\n");
    }

    BatchRequests batches() throws Exception {
        return new BatchRequests(
                invoices(),
                "/api/v1/merchants/" + Sandbox.MERCHANT + "/invoices/batch",
                "Authorization: Bearer " + token() + "\r\n");
    }

    /** Sends the merchant's callbacks to the address from now on. */
    void sendCallbacksTo(URI address) throws Exception {
        var body = "{\"username\":\"bench\",\"password\":\"bench\",\"callbackurl\":\"" + address + "\"}";
        call(request("/api/v1/merchants/" + Sandbox.MERCHANT + "/auth/basic")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token() throws Exception {
        var credential = Base64.getEncoder()
                .encodeToString((Sandbox.CLIENT + ":" + Sandbox.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=" + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8);
        var answer = call(request("/oauth2/token")
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return new ObjectMapper().readTree(answer).path("access_token").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static String call(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static boolean isNotForTests(String classPathEntry) {
        return !classPathEntry.endsWith("test-classes");
    }

    private static void copy(Path from, Path to, String... folders) throws IOException {
        for (var folder : folders) {
            if (!Files.isDirectory(from.resolve(folder))) {
                continue;
            }
            try (var files = Files.walk(from.resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
