package io.caravan.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A reverse proxy that hands requests to one target after the other. As the balancer of docker-compose.yml it says where
 * a request came from, sends one that was not sent to another target, and never sends one twice.
 */
final class Forwarder implements AutoCloseable {

    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "x-forwarded-for", "transfer-encoding");

    private final Supplier<List<URI>> targets;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile Duration patience = Duration.ofMinutes(3);
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();

    /** A request; the key is empty if it had none. 502: nobody knows what became of it. 503: it was sent to nobody. */
    record Passed(String method, String path, String key, int status) {}

    private record Reply(int status, Map<String, List<String>> headers, byte[] body) {}

    Forwarder(Supplier<List<URI>> targets) throws IOException {
        this.targets = targets;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::forward);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** After that without an answer nobody knows what became of a request. */
    void waitAtMost(Duration time) {
        patience = time;
    }

    /** All requests so far. */
    List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** The keys of all requests to this path so far. */
    List<String> keys(String path) {
        return passed.stream()
                .filter(request -> request.path().equals(path))
                .map(Passed::key)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var reply = send(exchange, body);
        var status = reply.status();
        passed.add(new Passed(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                        .orElse(""),
                status));
        reply.headers().forEach((name, values) -> {
            if (!isOwn(name)) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        var content = reply.body();
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private Reply send(HttpExchange exchange, byte[] body) {
        var now = targets.get();
        int first = turn.getAndIncrement();
        for (int i = 0; i < now.size(); i++) {
            var target = now.get(Math.floorMod(first + i, now.size()));
            try {
                var reply = client.send(request(exchange, target, body), HttpResponse.BodyHandlers.ofByteArray());
                return new Reply(reply.statusCode(), reply.headers().map(), reply.body());
            } catch (ConnectException e) {
                // it was not sent
            } catch (IOException e) {
                return new Reply(502, Map.of(), new byte[0]);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reply(502, Map.of(), new byte[0]);
            }
        }
        return new Reply(503, Map.of("Retry-After", List.of("2")), new byte[0]);
    }

    private static boolean isOwn(String header) {
        return OWN.contains(header.toLowerCase(Locale.ROOT));
    }

    private HttpRequest request(HttpExchange exchange, URI target, byte[] body) {
        var request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().toString()))
                .timeout(patience)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOwn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        // Who wants to be somebody else for a test says so by this header.
        var from = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Caller"))
                .orElse(exchange.getRemoteAddress().getAddress().getHostAddress());
        var claimed = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        return request.header("X-Forwarded-For", claimed == null ? from : claimed + ", " + from)
                .build();
    }
}
