package io.caravan.mock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The acquirer's books: its payments and what was done with each. */
final class PspBooks {

    private final JdbcClient jdbc;

    PspBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(PspPayment payment) {
        jdbc.sql(
                        """
                        insert into psp_payment (id, status, asks_code, reference, amount, currency, text, return_url,
                            tries, problem, authorized, captured, refunded, cancelled, expires_at)
                        values (?, ?, false, ?, ?, ?, ?, ?, 0, '', ?, ?, 0, 0, ?)
                        """)
                .params(
                        payment.id(),
                        payment.status().word(),
                        payment.reference(),
                        payment.amount(),
                        payment.currency(),
                        payment.text(),
                        payment.returnUrl(),
                        payment.sums().authorized(),
                        payment.sums().captured(),
                        payment.expiresAt().map(PspBooks::timestamp).orElse(null))
                .update();
    }

    Optional<PspPayment> payment(String id) {
        return jdbc.sql("select * from psp_payment where id = ?")
                .param(id)
                .query(PspBooks::payment)
                .optional();
    }

    /** The payment, which nobody else changes until the transaction ends. */
    Optional<PspPayment> lock(String id) {
        return jdbc.sql("select * from psp_payment where id = ? for update")
                .param(id)
                .query(PspBooks::payment)
                .optional();
    }

    /** Writes where a session stands now. */
    void update(PspPayment payment) {
        jdbc.sql(
                        """
                        update psp_payment
                        set status = ?, asks_code = ?, tries = ?, problem = ?, authorized = ?
                        where id = ?
                        """)
                .params(
                        payment.status().word(),
                        payment.asksCode(),
                        payment.tries(),
                        payment.problem(),
                        payment.sums().authorized(),
                        payment.id())
                .update();
    }

    /** Adds what has been done with a payment. */
    void add(PspOperation operation) {
        var column =
                switch (operation.kind()) {
                    case CAPTURE -> "captured";
                    case REFUND -> "refunded";
                    case CANCEL -> "cancelled";
                    case AUTHORIZE, CHARGE -> throw new IllegalArgumentException("begins a payment");
                };
        jdbc.sql("update psp_payment set " + column + " = " + column + " + ? where id = ?")
                .params(operation.amount(), operation.payment())
                .update();
    }

    void insert(PspOperation operation) {
        jdbc.sql(
                        """
                        insert into psp_operation (idempotency_key, id, payment_id, kind, status, reason, request,
                            reference, amount, currency, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        operation.key(),
                        operation.id(),
                        operation.payment(),
                        operation.kind().word(),
                        operation.status(),
                        operation.reason(),
                        operation.request().toString(),
                        operation.reference(),
                        operation.amount(),
                        operation.currency(),
                        timestamp(operation.at()))
                .update();
    }

    /** Writes what has become of the authorization of a session, and answers it. */
    PspOperation settle(String payment, String status, String reason, Instant at) {
        jdbc.sql(
                        """
                        update psp_operation
                        set status = ?, reason = ?, at = ?
                        where payment_id = ? and kind = 'authorize'
                        """)
                .params(status, reason, timestamp(at), payment)
                .update();
        return jdbc.sql("select * from psp_operation where payment_id = ? and kind = 'authorize'")
                .param(payment)
                .query(PspBooks::operation)
                .single();
    }

    Optional<PspOperation> operation(String key) {
        return jdbc.sql("select * from psp_operation where idempotency_key = ?")
                .param(key)
                .query(PspBooks::operation)
                .optional();
    }

    /** Operations in the order of their times, behind this place. */
    List<PspOperation> between(Instant from, Instant to, PspPlace after, int limit) {
        return jdbc.sql(
                        """
                        select * from psp_operation
                        where at >= ? and at < ? and (at > ? or at = ? and id > ?)
                        order by at, id
                        limit ?
                        """)
                .params(timestamp(from), timestamp(to), timestamp(after.at()), timestamp(after.at()), after.id(), limit)
                .query(PspBooks::operation)
                .list();
    }

    List<PspOperation> newest(int limit) {
        return jdbc.sql("select * from psp_operation order by at desc, id limit ?")
                .param(limit)
                .query(PspBooks::operation)
                .list();
    }

    /** Open sessions whose time is over. */
    List<String> overdue(Instant now) {
        return jdbc.sql("select id from psp_payment where status = 'open' and expires_at <= ? limit 100")
                .param(timestamp(now))
                .query(String.class)
                .list();
    }

    private static PspPayment payment(ResultSet row, int n) throws SQLException {
        var sums = new PspPayment.Sums(
                row.getLong("authorized"), row.getLong("captured"), row.getLong("refunded"), row.getLong("cancelled"));
        return new PspPayment(
                row.getString("id"),
                PspStatus.of(row.getString("status")),
                row.getBoolean("asks_code"),
                row.getString("reference"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("text"),
                row.getString("return_url"),
                row.getInt("tries"),
                row.getString("problem"),
                sums,
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static PspOperation operation(ResultSet row, int n) throws SQLException {
        return new PspOperation(
                row.getString("idempotency_key"),
                row.getString("id"),
                row.getString("payment_id"),
                PspKind.of(row.getString("kind")).orElseThrow(),
                row.getString("status"),
                row.getString("reason"),
                MockJson.read(row.getString("request")),
                row.getString("reference"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
