package io.caravan.channel.callback;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A merchant's server at its rudest: what it answers, byte by byte, is up to the test. */
final class RawServer implements AutoCloseable {

    interface Manners {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<Integer> clientPorts = new CopyOnWriteArrayList<>();

    /** Counted down when a client has hung up on an answer, or in the middle of its request. */
    final CountDownLatch hungUp = new CountDownLatch(1);

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Manners manners;

    RawServer(Manners manners) throws IOException {
        this(new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1")), manners);
    }

    RawServer(ServerSocket socket, Manners manners) {
        this.socket = socket;
        this.manners = manners;
        threads.execute(this::accept);
    }

    static Manners saying(String answer) {
        return out -> out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            for (var request = read(in); !request.isEmpty(); request = read(in)) {
                requests.add(request);
                clientPorts.add(client.getPort());
                manners.answer(client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                if (!head.isEmpty()) {
                    hungUp.countDown();
                }
                return "";
            }
            head.append((char) c);
        }
        int length = head.toString()
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .sum();
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
