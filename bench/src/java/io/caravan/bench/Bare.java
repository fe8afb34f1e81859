package io.caravan.bench;

import io.caravan.support.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A running {@link BareService} in a process of its own. */
final class Bare implements AutoCloseable {

    private final Jvm jvm;
    private final int port;

    private Bare(Jvm jvm, int port) {
        this.jvm = jvm;
        this.port = port;
    }

    static Bare start(String name, Settings settings, Path directory, Databases databases) throws Exception {
        var port = Ports.free();
        var jvm = Jvm.start(
                name,
                directory,
                List.of(
                        "-Xmx" + settings.heap(),
                        "-cp",
                        Jvm.classPath(entry -> true),
                        BareService.class.getName(),
                        "--spring.profiles.active=" + BareService.PROFILE,
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.datasource.url=" + databases.url(name),
                        "--spring.datasource.username=" + databases.user()));
        jvm.awaitOk(URI.create("http://127.0.0.1:" + port + "/ready"), Duration.ofSeconds(60));
        return new Bare(jvm, port);
    }

    Jvm jvm() {
        return jvm;
    }

    InvoiceRequests invoices() {
        return new InvoiceRequests(port, "/invoices", "");
    }

    /** What the service's promises ask for and no more: {@link LeastInvoices}. */
    InvoiceRequests leastInvoices() {
        return new InvoiceRequests(port, "/least", "");
    }

    /** Posts all callbacks that wait to the address. */
    void deliver(URI to) throws IOException {
        var request =
                "POST /callbacks?to=" + to + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Length: 0\r\n\r\n";
        try (var connection = new HttpConnection(port)) {
            var answer = connection.exchange(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            if (HttpConnection.status(answer) != 202) {
                throw new IllegalStateException("The bare program failed: " + answer.firstLine());
            }
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
