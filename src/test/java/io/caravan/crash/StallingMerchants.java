package io.caravan.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Merchants that answer so many callbacks and then none, until they go on; they remember all that arrived. */
final class StallingMerchants implements AutoCloseable {

    /** An event of an invoice. */
    record Told(String invoice, int sequence) {}

    /** A callback, answered or not. */
    record Arrival(String webhookId, byte[] body, List<Told> events) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final int answered;
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    StallingMerchants(int answered) throws IOException {
        this.answered = answered;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url(int merchant) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + merchant;
    }

    void awaitStall() throws InterruptedException {
        if (!stalled.await(10, TimeUnit.MINUTES)) {
            throw new AssertionError("only " + arrivals().size() + " callbacks arrived");
        }
    }

    void goOn() {
        goesOn.countDown();
    }

    List<Arrival> arrivals() {
        synchronized (arrivals) {
            return List.copyOf(arrivals);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var events = StreamSupport.stream(new ObjectMapper().readTree(body).spliterator(), false)
                .map(event -> new Told(
                        event.get("InvoiceId").asText(), event.get("Sequence").asInt()))
                .toList();
        int number;
        synchronized (arrivals) {
            arrivals.add(new Arrival(exchange.getRequestHeaders().getFirst("webhook-id"), body, events));
            number = arrivals.size();
        }
        if (number > answered) {
            stalled.countDown();
            awaitGoOn();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void awaitGoOn() {
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }
}
