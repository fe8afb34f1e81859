package io.caravan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What a PostgreSQL server has done since it began: transactions, rows, its journal, its tables, its processors. */
record Cost(
        double commits,
        double inserted,
        double updated,
        double deleted,
        double journalBytes,
        double storedBytes,
        double cpuSeconds) {

    private static final double TICKS_PER_SECOND = 100;

    /** Where {@code /proc/pid/stat} has the parent, and the time of the process, counted behind its name. */
    private static final int PARENT = 1;

    private static final int USER_TIME = 11;

    static Cost of(Postgres postgres) throws SQLException, IOException {
        try (var connection = postgres.connect("caravan");
                var statement = connection.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            try (var row = statement.executeQuery(
                    """
                    select xact_commit, tup_inserted, tup_updated, tup_deleted, pg_current_wal_lsn() - '0/0' as journal,
                        pg_database_size(datname) as stored
                    from pg_stat_database
                    where datname = 'caravan'
                    """)) {
                row.next();
                return new Cost(
                        row.getDouble(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        cpuSeconds(postgres));
            }
        }
    }

    /** Processor time of the server's processes that run now; those that serve a pool of connections do not end. */
    static double cpuSeconds(Postgres postgres) throws IOException {
        return cpuSeconds(postgres.pid());
    }

    /** The difference, for each of so many. */
    List<Finding> since(Cost before, String path, int count) {
        return List.of(
                each(
                        path,
                        "database: commits for one, with all that follows",
                        "count",
                        commits - before.commits,
                        count),
                each(path, "database: rows inserted for one", "count", inserted - before.inserted, count),
                each(path, "database: rows updated for one", "count", updated - before.updated, count),
                each(path, "database: rows deleted for one", "count", deleted - before.deleted, count),
                each(path, "database: journal for one", "bytes", journalBytes - before.journalBytes, count),
                each(path, "database: stored for one", "bytes", storedBytes - before.storedBytes, count),
                each(path, "database: processor time for one", "us", (cpuSeconds - before.cpuSeconds) * 1e6, count));
    }

    private static Finding each(String path, String what, String unit, double all, int count) {
        return Finding.of(path, what, unit, all / count);
    }

    private static double cpuSeconds(long server) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .mapToDouble(process -> cpuSeconds(process, server))
                    .sum();
        }
    }

    private static double cpuSeconds(Path process, long server) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[PARENT]) == server
                    ? (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
