package io.caravan.routes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Begins its answer at once and goes on with one character every tenth of a second, for ten seconds. */
final class TricklingServer implements AutoCloseable {

    private final ServerSocket server;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final String beginning;

    TricklingServer(String beginning) throws IOException {
        this.beginning = beginning;
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    private Void accept() throws IOException {
        var client = server.accept();
        write(client, beginning);
        threads.scheduleAtFixedRate(() -> drip(client), 100, 100, TimeUnit.MILLISECONDS);
        threads.schedule(() -> hangUp(client), 10, TimeUnit.SECONDS);
        return null;
    }

    /** Ends when the client has gone. */
    private void drip(Socket client) {
        try {
            write(client, "a");
        } catch (IOException e) {
            threads.shutdown();
        }
    }

    private Void hangUp(Socket client) throws IOException {
        client.close();
        return null;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        server.close();
    }
}
