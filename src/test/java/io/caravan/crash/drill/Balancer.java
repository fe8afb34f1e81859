package io.caravan.crash.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address of all instances: each connection goes to the next instance that takes it. What is killed takes its
 * connections with it, and callers lose their answers.
 */
final class Balancer implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<Integer> ports = List.of();

    Balancer() {
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::take);
    }

    /** From now on connections go to these ports. */
    void leadTo(List<Integer> instances) {
        ports = List.copyOf(instances);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void take() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                threads.execute(() -> join(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket caller) {
        try (caller;
                var instance = connect()) {
            threads.execute(() -> pump(instance, caller));
            pump(caller, instance);
        } catch (IOException e) {
            // The caller has lost its answer, as it is meant to.
        }
    }

    private Socket connect() throws IOException {
        var all = ports;
        for (int i = 0; i < all.size(); i++) {
            var socket = new Socket();
            try {
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                all.get(Math.floorMod(next.getAndIncrement(), all.size()))),
                        1000);
                return socket;
            } catch (IOException e) {
                socket.close();
            }
        }
        throw new IOException("no instance");
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other end is gone, and now so is this one.
        }
    }
}
