package io.caravan.build;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** A local stand-in for the Apache archive, with one small Maven that only repeats its arguments. */
final class FakeMavenArchive implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String path;
    private final byte[] content;
    private final HttpServer server;
    private volatile CyclicBarrier barrier = new CyclicBarrier(1);

    FakeMavenArchive(Path workFolder, String version) throws Exception {
        path = "/" + version + "/binaries/apache-maven-" + version + "-bin.tar.gz";
        content = tarGz(workFolder, version);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String path() {
        return path;
    }

    String sha512() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(content));
    }

    List<String> requests() {
        return requests;
    }

    /** Answers only when this many requests are there. */
    void answerTogether(int requestCount) {
        barrier = new CyclicBarrier(requestCount);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void writeScript(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String requested = exchange.getRequestURI().getPath();
        requests.add(requested);
        try (exchange) {
            barrier.await(60, SECONDS);
            if (requested.equals(path)) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private static byte[] tarGz(Path workFolder, String version) throws Exception {
        Path folder = workFolder.resolve("packed");
        writeScript(
                folder.resolve("apache-maven-" + version + "/bin/mvn"),
                "printf fetched; printf '[%s]' \"$@\"; [ \"$1\" != fail ] || exit 7");
        Path file = workFolder.resolve("maven.tar.gz");
        Process tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", folder.toString(), ".")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar failed");
        }
        return Files.readAllBytes(file);
    }
}
