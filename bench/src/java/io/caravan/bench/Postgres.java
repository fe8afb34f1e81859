package io.caravan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One PostgreSQL server with the settings a new one has. The library's own settings are for tests and trade durability
 * for speed; they are undone here, and the server is asked whether that has worked.
 */
final class Postgres implements Databases {

    private static final Map<String, String> DURABLE =
            new TreeMap<>(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));

    private final EmbeddedPostgres server;
    private final Path directory;

    Postgres(Path directory) throws IOException, SQLException {
        this.directory = directory;
        Files.createDirectories(directory.getParent());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "server.log")
                .setServerConfig("max_connections", "100")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        DURABLE.forEach(builder::setServerConfig);
        server = builder.start();
        for (var setting : DURABLE.keySet()) {
            if (!ask("show " + setting).equals("on")) {
                close();
                throw new IllegalStateException("PostgreSQL runs without " + setting);
            }
        }
    }

    @Override
    public String product() {
        try {
            return "PostgreSQL " + ask("show server_version");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url(String name) throws SQLException {
        if (ask("select count(*) from pg_database where datname = '" + name + "'")
                .equals("0")) {
            execute("create database " + name);
        }
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?reWriteBatchedInserts=true";
    }

    @Override
    public String user() {
        return "postgres";
    }

    Connection connect(String name) throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    /** Writes every statement to the log, behind the time and the id of its transaction, or none. */
    void logStatements(boolean all) throws SQLException {
        execute("alter system set log_line_prefix = '%m|%v|'");
        execute("alter system set log_statement = '" + (all ? "all" : "none") + "'");
        execute("select pg_reload_conf()");
    }

    /** The first of the server's processes. */
    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0).trim());
    }

    Path log() {
        return directory.resolve("log/server.log");
    }

    private String ask(String sql) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
