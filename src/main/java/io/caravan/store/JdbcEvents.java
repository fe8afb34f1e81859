package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.event.Outbox;
import io.caravan.core.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Events in their table, each with its row in the outbox. */
public final class JdbcEvents implements Events {

    private static final TypeReference<Map<Event.Detail, String>> DETAILS = new TypeReference<>() {};

    private static final String INSERT =
            """
            insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcOperations jdbc;

    /** An event and its outbox row in one statement, for each shard. */
    private final List<String> inserts;

    private final JdbcClient client;
    private final Runnable relayBell;

    /** Rings the bell after each commit that leaves something in the outbox. */
    public JdbcEvents(TransactionalJdbc jdbc, Database database, Runnable relayBell) {
        this.jdbc = jdbc;
        this.inserts = IntStream.range(0, Outbox.SHARDS)
                .mapToObj(shard -> database.insertBoth(
                        INSERT, "id, at", "insert into outbox (shard, event_id, at) select " + shard + ", id, at"))
                .toList();
        this.client = JdbcClient.create(jdbc);
        this.relayBell = relayBell;
    }

    @Override
    public void record(Event event) {
        var change = change(event);
        jdbc.update(change.sql(), change.values());
    }

    /** What records the event; the bell is rung after the commit. */
    Change change(Event event) {
        ringAfterCommit();
        return new Change(inserts.get(shard(event.subject())), columns(event));
    }

    @Override
    public void record(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(INSERT, events.stream().map(JdbcEvents::columns).toList());
        jdbc.batchUpdate(
                "insert into outbox (shard, event_id, at) values (?, ?, ?)",
                events.stream()
                        .map(event ->
                                new Object[] {shard(event.subject()), event.id().value(), timestamp(event.at())})
                        .toList());
        ringAfterCommit();
    }

    private static Object[] columns(Event event) {
        return new Object[] {
            event.id().value(),
            event.subject(),
            event.number(),
            event.type().name(),
            event.merchant().value(),
            event.dialect().name(),
            timestamp(event.at()),
            Json.write(event.details())
        };
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relayBell.run();
            }
        });
    }

    @Override
    public List<Event> of(UUID subject) {
        return client.sql("select * from event where subject_id = ? order by number")
                .param(subject)
                .query((row, n) -> event(row))
                .list();
    }

    /** The same shard for the same subject, in every process and version. */
    static int shard(UUID subject) {
        var bits = subject.getMostSignificantBits() ^ subject.getLeastSignificantBits();
        return Math.floorMod(Long.hashCode(bits), Outbox.SHARDS);
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                new EventId(uuid(row, "id")),
                uuid(row, "subject_id"),
                row.getInt("number"),
                EventType.valueOf(row.getString("type")),
                new MerchantId(uuid(row, "merchant_id")),
                Dialect.valueOf(row.getString("dialect")),
                instant(row, "at"),
                details(row));
    }

    static Map<Event.Detail, String> details(ResultSet row) throws SQLException {
        return Json.read(row.getString("details"), DETAILS);
    }
}
