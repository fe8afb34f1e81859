package io.caravan.mock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The carrier's books. */
final class CarrierBooks {

    private static final String SELECT = "select * from carrier_transaction ";

    private final JdbcClient jdbc;

    CarrierBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CarrierTransaction transaction) {
        jdbc.sql(
                        """
                        insert into carrier_transaction (transaction_id, id, original_id, correlation_id, recipient, amount,
                            currency, text, by_reply, wrong_pins, status, detail, billed, reversed, request, expires_at, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, ?, ?, ?)
                        """)
                .params(
                        transaction.transactionId(),
                        transaction.id(),
                        transaction.originalId(),
                        transaction.correlationId(),
                        transaction.recipient(),
                        transaction.amount(),
                        transaction.currency(),
                        transaction.text(),
                        transaction.byReply(),
                        transaction.status(),
                        transaction.detail(),
                        transaction.billed(),
                        transaction.request().toString(),
                        PspBooks.timestamp(transaction.expiresAt()),
                        PspBooks.timestamp(transaction.at()))
                .update();
    }

    void update(CarrierTransaction transaction) {
        jdbc.sql(
                        """
                        update carrier_transaction
                        set wrong_pins = ?, status = ?, detail = ?, billed = ?, reversed = ?, at = ?
                        where transaction_id = ?
                        """)
                .params(
                        transaction.wrongPins(),
                        transaction.status(),
                        transaction.detail(),
                        transaction.billed(),
                        transaction.reversed(),
                        PspBooks.timestamp(transaction.at()),
                        transaction.transactionId())
                .update();
    }

    Optional<CarrierTransaction> find(String transactionId) {
        return one("where transaction_id = ?", transactionId);
    }

    /** The transaction, which nobody else changes until the database's transaction ends. */
    Optional<CarrierTransaction> lock(String transactionId) {
        return one("where transaction_id = ? for update", transactionId);
    }

    /** The charge with the carrier's own id, locked. */
    Optional<CarrierTransaction> lockCharge(String id) {
        return one("where id = ? and original_id = '' for update", id);
    }

    /** What waits for the owner of this phone, the newest first; of all phones for an empty text. */
    List<CarrierTransaction> pending(String phone) {
        return jdbc.sql(SELECT + "where status = 'Sent' and (recipient = ? or ? = '') order by at desc, id limit 500")
                .params(phone, phone)
                .query(CarrierBooks::transaction)
                .list();
    }

    List<CarrierTransaction> newest(int limit) {
        return jdbc.sql(SELECT + "order by at desc, id limit ?")
                .param(limit)
                .query(CarrierBooks::transaction)
                .list();
    }

    /** What has ended, in the order of time, behind this place. */
    List<CarrierTransaction> between(Instant from, Instant to, PspPlace after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where status <> 'Sent' and at >= ? and at < ? and (at > ? or at = ? and id > ?)
                                order by at, id
                                limit ?
                                """)
                .params(
                        PspBooks.timestamp(from),
                        PspBooks.timestamp(to),
                        PspBooks.timestamp(after.at()),
                        PspBooks.timestamp(after.at()),
                        after.id(),
                        limit)
                .query(CarrierBooks::transaction)
                .list();
    }

    private Optional<CarrierTransaction> one(String where, String value) {
        return jdbc.sql(SELECT + where)
                .param(value)
                .query(CarrierBooks::transaction)
                .optional();
    }

    private static CarrierTransaction transaction(ResultSet row, int n) throws SQLException {
        return new CarrierTransaction(
                row.getString("transaction_id"),
                row.getString("id"),
                row.getString("original_id"),
                row.getString("correlation_id"),
                row.getString("recipient"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("text"),
                row.getBoolean("by_reply"),
                row.getInt("wrong_pins"),
                row.getString("status"),
                row.getString("detail"),
                row.getBoolean("billed"),
                row.getLong("reversed"),
                MockJson.readExactly(row.getString("request")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
