package io.caravan.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis broker in a process of its own, with the settings that operators get, so that it can be killed. */
public final class BrokerProcess implements AutoCloseable {

    private static final String USER = "caravan";
    private static final Path SETTINGS = Path.of("src/main/ops/artemis/broker.xml");

    private final Path folder;
    private final int port = Ports.free();
    private Process process;

    /** A broker that is not running yet, with its journal in this folder. */
    public BrokerProcess(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Starts the process and waits until it takes connections. */
    public BrokerProcess start() {
        launch();
        await("broker").atMost(Patience.SOON).until(this::listens);
        return this;
    }

    /** Starts the process and comes back at once. */
    public void launch() {
        try {
            Files.createDirectories(folder);
            var settings = Files.readString(SETTINGS).replace("tcp://0.0.0.0:61616", "tcp://127.0.0.1:" + port);
            var file = Files.writeString(folder.resolve("broker.xml"), settings);
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            ServiceProcess.classPath(entry -> true),
                            BrokerProcess.class.getName(),
                            file.toUri().toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(Patience.SOON).until(() -> !process.isAlive());
    }

    /** Where it is, for {@code caravan.broker.url}. */
    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    /** The settings of a service that uses this broker. */
    public Map<String, String> settings() {
        return Map.of("caravan.broker.url", uri(), "caravan.broker.user", USER, "caravan.broker.password", USER);
    }

    public Path log() {
        return folder.resolve("broker.log");
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The broker ended, see " + log());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The broker itself; {@code args}: the address of its settings. */
    public static void main(String[] args) throws Exception {
        var users = new SecurityConfiguration();
        users.addUser(USER, USER);
        users.addRole(USER, "amq");
        new EmbeddedActiveMQ()
                .setConfigResourcePath(args[0])
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users))
                .start();
    }
}
