package io.caravan.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A merchant who answers every request 200 at once, and remembers the bodies and when they came. It also stands in for
 * the gateways, so that the outside world costs the service as little as it costs the bare program.
 */
final class Receiver implements Closeable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EVENT = "\"InvoiceId\"".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern INVOICE = Pattern.compile("\"InvoiceId\"\\s*:\\s*\"([^\"]+)\"");
    private static final String PATH = "/bench/callbacks";

    private final ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(Receiver::daemon);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();

    /** A body with events of invoices, and when its last byte was read. */
    record Arrival(long nanos, byte[] body) {

        Set<String> invoices() {
            return INVOICE.matcher(new String(body, StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    Receiver() throws IOException {
        threads.execute(this::accept);
    }

    /** Where callbacks are counted. */
    URI address() {
        return root().resolve(PATH);
    }

    /** The service's settings by which this receiver is its whole outside world. */
    List<String> asTheWorld() {
        return List.of("--caravan.mock.url=" + root(), "--caravan.mock.local=false");
    }

    private URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void forget() {
        arrivals.clear();
        events.set(0);
    }

    /** The arrivals since the last {@link #forget()}, once they have at least so many events in them. */
    List<Arrival> await(int count, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (events.get() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + events.get() + " of " + count + " events have arrived");
            }
            Thread.sleep(5);
        }
        return List.copyOf(arrivals);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var requests = new HttpReader(connection.getInputStream());
            for (var request = requests.next(); request.isPresent(); request = requests.next()) {
                if (request.get().firstLine().contains(PATH)) {
                    arrivals.add(new Arrival(System.nanoTime(), request.get().body()));
                    events.addAndGet(count(request.get().body()));
                }
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // The sender has gone; what it sent is counted.
        } finally {
            connections.remove(connection);
        }
    }

    private static int count(byte[] body) {
        var n = 0;
        for (var at = 0; at + EVENT.length <= body.length; at++) {
            var match = 0;
            while (match < EVENT.length && body[at + match] == EVENT[match]) {
                match++;
            }
            n += match == EVENT.length ? 1 : 0;
        }
        return n;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
