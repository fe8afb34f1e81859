package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.health.Heartbeats;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcOperations;

/** Heartbeats in their table, a row an instance. */
public final class JdbcHeartbeats implements Heartbeats {

    private final JdbcOperations jdbc;

    public JdbcHeartbeats(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void beat(String instance, Instant now) {
        if (jdbc.update("update heartbeat set at = ? where instance = ?", timestamp(now), instance) == 0) {
            jdbc.update("insert into heartbeat (instance, at) values (?, ?)", instance, timestamp(now));
        }
    }
}
