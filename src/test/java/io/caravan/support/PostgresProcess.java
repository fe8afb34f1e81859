package io.caravan.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL server that can be killed, and started again on what is on disk. Unlike the one of other tests, it writes
 * a commit to disk before it acknowledges it.
 */
public final class PostgresProcess implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_connections", "200");

    private final Path folder;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    /** A server that runs, with its data in this folder, and a database {@code caravan} without tables. */
    public PostgresProcess(Path folder) {
        this.folder = folder.toAbsolutePath();
        start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database caravan");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it, and comes back when it takes connections. */
    public void start() {
        try {
            Files.createDirectories(folder.getParent());
            var log = ProcessBuilder.Redirect.appendTo(log().toFile());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofMinutes(3))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log);
            DURABLE.forEach(builder::setServerConfig);
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server and all its processes at once: SIGKILL. */
    public void kill() {
        var all = Stream.concat(
                        Stream.of(server.getProcess().toHandle()),
                        server.getProcess().descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(Patience.SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        close();
    }

    /** The address of the database; the user is {@code postgres}, without a password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/caravan?reWriteBatchedInserts=true";
    }

    public Path log() {
        return folder.resolveSibling("postgresql.log");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
