package io.caravan;

import io.caravan.store.Database;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps H2's file from growing far beyond what is stored: every half second, what is alive in its sparsest parts is
 * written together, so that their room can be used again. H2 does that itself only if commits wait to be written
 * ({@code WRITE_DELAY}). Each call holds up commits for as long as it writes a few MiB.
 */
final class H2Compaction implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(H2Compaction.class);
    private static final int PAUSE_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 5;
    private static final int BYTES = 4 * 1024 * 1024;

    /** With a smaller percentage of what the parts of the file hold alive, it goes on. */
    private static final int FILLED = 50;

    private final DataSource dataSource;
    private final Database database;
    private ScheduledExecutorService thread;
    private MVStore store;
    private long version;
    private boolean more;
    private boolean failed;

    H2Compaction(DataSource dataSource, Database database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    @Override
    public boolean isAutoStartup() {
        return database == Database.H2;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, "h2-compaction");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::compact, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    void compact() {
        try {
            if (store == null || store.isClosed()) {
                store = open();
            }
            if (more || store.getCurrentVersion() != version) {
                more = store.compact(FILLED, BYTES);
                version = store.getCurrentVersion();
            }
            failed = false;
        } catch (SQLException | RuntimeException e) {
            if (!failed) {
                LOG.warn("The file of H2 is not compacted until the database can be used again", e);
            }
            failed = true;
        }
    }

    private MVStore open() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        }
    }
}
