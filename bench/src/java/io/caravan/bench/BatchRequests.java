package io.caravan.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Batches of 2000 invoices, each with a number and a payer of its own, sent over some connections at once. */
final class BatchRequests {

    static final int ITEMS = 2000;
    private static final int ACCEPTED = 202;

    private final InvoiceRequests items;
    private final String head;

    BatchRequests(InvoiceRequests items, String path, String headers) {
        this.items = items;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + items.port() + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: ";
    }

    /** So many bodies, their comments so long that each body has about this size. */
    List<byte[]> bodies(int count, int bytes) {
        var bodies = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            var body = new StringBuilder("[");
            for (var n = 0; n < ITEMS; n++) {
                var item = items.nextBody();
                var missing = (int) ((long) bytes * (n + 1) / ITEMS) - body.length() - item.length();
                body.append(n == 0 ? "" : ",")
                        .append(item.replace("\"Comment\":\"", "\"Comment\":\"" + "x".repeat(Math.max(0, missing))));
            }
            bodies.add(body.append("]").toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return bodies;
    }

    /** Sends the bodies and tells how many seconds it took until the last answer; all items must be accepted. */
    double send(List<byte[]> bodies, int connections) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            var start = System.nanoTime();
            var answers = new ArrayList<Future<Integer>>();
            for (var body : bodies) {
                answers.add(threads.submit(() -> send(body)));
            }
            for (var answer : answers) {
                if (answer.get() != ITEMS) {
                    throw new IllegalStateException("Only " + answer.get() + " items were accepted");
                }
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private int send(byte[] body) throws IOException {
        var first = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var request = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        try (var connection = new HttpConnection(items.port())) {
            var answer = connection.exchange(request);
            if (HttpConnection.status(answer) != ACCEPTED) {
                throw new IllegalStateException(
                        answer.firstLine() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return new ObjectMapper().readTree(answer.body()).path("Accepted").size();
        }
    }
}
