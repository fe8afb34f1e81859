package io.caravan.crash.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caravan.support.SignedWebhook;
import io.caravan.support.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The merchants' receiver of callbacks: it remembers all, and now and then fails, is slow, or hangs up. */
final class Receiver implements AutoCloseable {

    private static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==";

    private static final long SLOW_MS = 2000;

    /**
     * One call.
     *
     * @param acknowledged whether it was answered 200
     */
    record Arrival(String dialect, String webhookId, String body, boolean signed, boolean acknowledged) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Random random;
    private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean healthy;
    private final Map<String, String> salesUnitSecrets = new ConcurrentHashMap<>();

    Receiver(long seed) {
        random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI uri(String dialect) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + dialect);
    }

    /** What comes here is signed with this secret of a sales unit too. */
    void salesUnitSecret(String dialect, String secret) {
        salesUnitSecrets.put(dialect, secret);
    }

    /** From now on it takes everything. */
    void recover() {
        healthy = true;
    }

    /** All calls, in the order in which they came. */
    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    int size() {
        return arrivals.size();
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var dialect = exchange.getRequestURI().getPath().substring(1);
        var mood = healthy ? 100 : random.nextInt(100);
        if (mood < 3) {
            later.schedule(() -> answer(exchange, dialect, headers, body, mood), SLOW_MS, TimeUnit.MILLISECONDS);
        } else {
            answer(exchange, dialect, headers, body, mood);
        }
    }

    private void answer(HttpExchange exchange, String dialect, Map<String, String> headers, byte[] body, int mood) {
        var acknowledged = mood >= 8 || mood < 2;
        arrivals.add(new Arrival(
                dialect,
                headers.getOrDefault("webhook-id", ""),
                new String(body, StandardCharsets.UTF_8),
                isSigned(dialect, headers, body),
                acknowledged));
        try (exchange) {
            if (mood >= 6 || acknowledged) {
                exchange.sendResponseHeaders(acknowledged ? 200 : 503, -1);
            }
        } catch (IOException e) {
            // Whoever asked has been killed.
        }
    }

    private boolean isSigned(String dialect, Map<String, String> headers, byte[] body) {
        var own = salesUnitSecrets.get(dialect);
        if (own != null) {
            return WebhookVerifier.accepts(own, uri(dialect), headers, body);
        }
        var signed = SignedWebhook.of(
                SECRET,
                headers.get("webhook-id"),
                Long.parseLong(headers.get("webhook-timestamp")),
                new String(body, StandardCharsets.UTF_8));
        return signed.signature().equals(headers.get("webhook-signature"));
    }
}
