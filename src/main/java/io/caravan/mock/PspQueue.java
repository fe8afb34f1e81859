package io.caravan.mock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The webhooks that wait, and what became of the others. */
final class PspQueue {

    /** The waits after failed attempts. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    /** After this, whoever was sending a webhook has died. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** Long enough after the commit that the answer is out. */
    private static final Duration AFTER = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final String table;

    /** The webhooks in this table. */
    PspQueue(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** A webhook: {@code event} is its id, {@code attempts} those that have ended. */
    record Webhook(
            long seq,
            String event,
            String key,
            String action,
            String cause,
            String mode,
            String body,
            int attempts,
            Instant next) {

        /** Due as its mode says. One that comes before the answer is left alone by all but who gives that answer. */
        static Webhook of(
                String event, String key, String action, String cause, String mode, String body, Instant now) {
            var due = now.plus(mode.equals("before") ? LEASE : AFTER);
            return new Webhook(0, event, key, action, cause, mode, body, 0, due);
        }

        boolean isWithheld() {
            return mode.equals("never");
        }
    }

    void add(Webhook webhook, Instant now) {
        for (int copy = 0; copy < (webhook.mode().equals("twice") ? 2 : 1); copy++) {
            jdbc.sql(
                            """
                            insert into %s (event_id, idempotency_key, action, cause, mode, body, state,
                                attempts, answer, next_at, at)
                            values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
                            """
                                    .formatted(table))
                    .params(
                            webhook.event(),
                            webhook.key(),
                            webhook.action(),
                            webhook.cause(),
                            webhook.mode(),
                            webhook.body(),
                            webhook.isWithheld() ? "withheld" : "waiting",
                            PspBooks.timestamp(webhook.next()),
                            PspBooks.timestamp(now))
                    .update();
        }
    }

    List<Webhook> due(Instant now) {
        return jdbc.sql("select * from " + table + " where state = 'waiting' and next_at <= ? order by seq limit 32")
                .param(PspBooks.timestamp(now))
                .query(PspQueue::webhook)
                .list();
    }

    /** Those of an operation that are to come before its answer. */
    List<Webhook> before(String key) {
        return jdbc.sql(
                        """
                        select * from %s
                        where idempotency_key = ? and mode = 'before' and state = 'waiting' and attempts = 0
                        order by seq
                        """
                                .formatted(table))
                .param(key)
                .query(PspQueue::webhook)
                .list();
    }

    /** Takes a webhook for an attempt; false if somebody else has it. */
    boolean claim(Webhook webhook, Instant now) {
        return jdbc.sql(
                                """
                                update %s set next_at = ?
                                where seq = ? and state = 'waiting' and next_at = ?
                                """
                                        .formatted(table))
                        .params(PspBooks.timestamp(now.plus(LEASE)), webhook.seq(), PspBooks.timestamp(webhook.next()))
                        .update()
                == 1;
    }

    /** Notes how an attempt ended: {@code status} is that of HTTP, 0 if nobody answered. */
    void note(Webhook webhook, int status, Instant now) {
        var isDelivered = status >= 200 && status < 300;
        var isLast = webhook.attempts() >= WAITS.size();
        var state = isDelivered ? "delivered" : isLast ? "given_up" : "waiting";
        var next = state.equals("waiting") ? now.plus(WAITS.get(webhook.attempts())) : now;
        jdbc.sql("update " + table + " set state = ?, attempts = ?, answer = ?, next_at = ? where seq = ?")
                .params(state, webhook.attempts() + 1, status, PspBooks.timestamp(next), webhook.seq())
                .update();
    }

    List<Map<String, Object>> newest(int limit) {
        return jdbc.sql("select * from " + table + " order by seq desc limit ?")
                .param(limit)
                .query((row, n) -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("eventId", row.getString("event_id"));
                    one.put("action", row.getString("action"));
                    one.put("key", row.getString("idempotency_key"));
                    one.put("state", row.getString("state"));
                    one.put("attempts", row.getInt("attempts"));
                    one.put("answer", row.getInt("answer"));
                    one.put(
                            "nextAt",
                            row.getObject("next_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
                    one.put(
                            "at",
                            row.getObject("at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
                    return (Map<String, Object>) one;
                })
                .list();
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        return new Webhook(
                row.getLong("seq"),
                row.getString("event_id"),
                row.getString("idempotency_key"),
                row.getString("action"),
                row.getString("cause"),
                row.getString("mode"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant());
    }
}
