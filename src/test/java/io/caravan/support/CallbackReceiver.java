package io.caravan.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A merchant's receiver of callbacks, which remembers every event that it acknowledged. */
public final class CallbackReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();

    /** One event of one call. */
    public record Received(String webhookId, String invoiceId, String status, int sequence) {}

    public CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks");
    }

    /** All events so far, in the order in which they came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The statuses told of this invoice, in the order in which they came, repetitions of a callback left out. */
    public List<String> statusesOf(String invoiceId) {
        return received.stream()
                .filter(event -> event.invoiceId().equals(invoiceId))
                .distinct()
                .map(Received::status)
                .toList();
    }

    /** Where the page of this invoice is, by the last event that told it. */
    public Optional<String> linkOf(String invoiceId) {
        return Optional.ofNullable(links.get(invoiceId));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestHeaders().getFirst("webhook-id");
        for (JsonNode event : new ObjectMapper().readTree(exchange.getRequestBody())) {
            received.add(new Received(
                    id,
                    event.get("InvoiceId").asText(),
                    event.get("Status").asText(),
                    event.get("Sequence").asInt()));
            if (event.has("Links")) {
                links.put(
                        event.get("InvoiceId").asText(),
                        event.at("/Links/0/Href").asText());
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
