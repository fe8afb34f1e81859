package io.caravan.support;

import io.caravan.Caravan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service with everything embedded, started once for all tests of this process, as a newcomer would start it, except
 * that callbacks are gathered for half a second only, and that pages wait longer before they lead on. Its links lead back to it.
 */
public final class Sandbox {

    private static boolean tried;
    private static Sandbox running;

    private final ConfigurableApplicationContext context;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final int mockPort = Ports.free();

    private Sandbox() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "sandbox-");
            context = SpringApplication.run(
                    Caravan.class,
                    "--server.port=" + port,
                    "--caravan.public-url=http://127.0.0.1:" + port,
                    "--management.server.port=" + managementPort,
                    "--caravan.mock.port=" + mockPort,
                    "--caravan.mock.url=http://127.0.0.1:" + mockPort,
                    "--caravan.mock.service-url=http://127.0.0.1:" + port,
                    "--caravan.data=" + folder.toAbsolutePath(),
                    "--caravan.sandbox.demo=false",
                    "--caravan.page.leads-on-after=15s",
                    "--caravan.callbacks.mobilepay.gather=500ms");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static synchronized Sandbox running() {
        if (!tried) {
            tried = true;
            running = new Sandbox();
        }
        if (running == null) {
            throw new IllegalStateException("The service did not start; an earlier test tells why");
        }
        return running;
    }

    /** An address on the public port. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An address on the operators' port. */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }
}
