package io.caravan.mock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bank's books. */
final class BankBooks {

    private final JdbcClient jdbc;

    BankBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment that is expected; {@code state}: expected, paid, never. */
    record Expected(
            String payment,
            String reference,
            String service,
            long amount,
            String currency,
            String requisites,
            String confirmation,
            String state) {}

    /** Money that has come. */
    record Transfer(String id, String reference, long amount, String currency, String sender, long refunded) {

        Map<String, Object> said() {
            var said = new LinkedHashMap<String, Object>();
            said.put("id", id);
            said.put("reference", reference);
            said.put("amount", CarrierOrder.price(amount, currency));
            said.put("currency", currency);
            said.put("sender", sender);
            return said;
        }
    }

    /** Money that was given back, or not. */
    record Refund(
            String id,
            String bankId,
            String transfer,
            String payment,
            long amount,
            String currency,
            String status,
            String reason) {

        Map<String, Object> said() {
            var said = new LinkedHashMap<String, Object>();
            said.put("id", id);
            said.put("bankId", bankId);
            said.put("transfer", transfer);
            said.put("payment", payment);
            said.put("amount", CarrierOrder.price(amount, currency));
            said.put("currency", currency);
            said.put("status", status);
            if (!reason.isEmpty()) {
                said.put("reason", reason);
            }
            return said;
        }
    }

    void insert(Expected expected, Instant now) {
        jdbc.sql(
                        """
                        insert into bank_payment (payment, reference, service, amount, currency, requisites, confirmation,
                            state, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        expected.payment(),
                        expected.reference(),
                        expected.service(),
                        expected.amount(),
                        expected.currency(),
                        expected.requisites(),
                        expected.confirmation(),
                        expected.state(),
                        PspBooks.timestamp(now))
                .update();
    }

    void confirm(String payment, String confirmation) {
        jdbc.sql("update bank_payment set confirmation = ? where payment = ?")
                .params(confirmation, payment)
                .update();
    }

    void end(String reference, String state) {
        jdbc.sql("update bank_payment set state = ? where reference = ?")
                .params(state, reference)
                .update();
    }

    Optional<Expected> expected(String payment) {
        return jdbc.sql("select * from bank_payment where payment = ?")
                .param(payment)
                .query(BankBooks::expected)
                .optional();
    }

    Optional<Expected> quoted(String reference) {
        return jdbc.sql("select * from bank_payment where reference = ?")
                .param(reference)
                .query(BankBooks::expected)
                .optional();
    }

    List<Expected> expected(int limit) {
        return jdbc.sql("select * from bank_payment where state = 'expected' order by at desc limit ?")
                .param(limit)
                .query(BankBooks::expected)
                .list();
    }

    void insert(Transfer transfer, Instant now) {
        jdbc.sql(
                        "insert into bank_transfer (id, reference, amount, currency, sender, refunded, at) values (?, ?, ?, ?, ?, 0, ?)")
                .params(
                        transfer.id(),
                        transfer.reference(),
                        transfer.amount(),
                        transfer.currency(),
                        transfer.sender(),
                        PspBooks.timestamp(now))
                .update();
    }

    Optional<Transfer> lock(String id) {
        return jdbc.sql("select * from bank_transfer where id = ? for update")
                .param(id)
                .query(BankBooks::transfer)
                .optional();
    }

    void refund(String id, long more) {
        jdbc.sql("update bank_transfer set refunded = refunded + ? where id = ?")
                .params(more, id)
                .update();
    }

    /** Of this reference, or of all for an empty text; the newest first. */
    List<Transfer> transfers(String reference, int limit) {
        return jdbc.sql("select * from bank_transfer where reference = ? or ? = '' order by at desc, id limit ?")
                .params(reference, reference, limit)
                .query(BankBooks::transfer)
                .list();
    }

    /** Something that came or went, and when. */
    record Entry(Instant at, String id, Optional<Transfer> transfer, Optional<Refund> refund) {}

    /** What came and what went between these times, behind this place, by time. */
    List<Entry> between(Instant from, Instant to, PspPlace after, int limit) {
        var came = rows("bank_transfer", from, to, after, limit)
                .query((row, n) ->
                        new Entry(at(row), row.getString("id"), Optional.of(transfer(row, n)), Optional.empty()))
                .stream();
        var went = rows("bank_refund", from, to, after, limit)
                .query((row, n) ->
                        new Entry(at(row), row.getString("id"), Optional.empty(), Optional.of(refund(row, n))))
                .stream();
        return Stream.concat(came, went)
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .limit(limit)
                .toList();
    }

    private JdbcClient.StatementSpec rows(String table, Instant from, Instant to, PspPlace after, int limit) {
        return jdbc.sql("select * from " + table
                        + " where at >= ? and at < ? and (at > ? or at = ? and id > ?) order by at, id limit ?")
                .params(
                        PspBooks.timestamp(from),
                        PspBooks.timestamp(to),
                        PspBooks.timestamp(after.at()),
                        PspBooks.timestamp(after.at()),
                        after.id(),
                        limit);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    void insert(Refund refund, Instant now) {
        jdbc.sql(
                        """
                        insert into bank_refund (id, bank_id, transfer, payment, amount, currency, status, reason, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        refund.id(),
                        refund.bankId(),
                        refund.transfer(),
                        refund.payment(),
                        refund.amount(),
                        refund.currency(),
                        refund.status(),
                        refund.reason(),
                        PspBooks.timestamp(now))
                .update();
    }

    Optional<Refund> refund(String id) {
        return jdbc.sql("select * from bank_refund where id = ?")
                .param(id)
                .query(BankBooks::refund)
                .optional();
    }

    List<Refund> refunds(int limit) {
        return jdbc.sql("select * from bank_refund order by at desc, id limit ?")
                .param(limit)
                .query(BankBooks::refund)
                .list();
    }

    private static Expected expected(ResultSet row, int number) throws SQLException {
        return new Expected(
                row.getString("payment"),
                row.getString("reference"),
                row.getString("service"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("requisites"),
                row.getString("confirmation"),
                row.getString("state"));
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getString("id"),
                row.getString("reference"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("sender"),
                row.getLong("refunded"));
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                row.getString("id"),
                row.getString("bank_id"),
                row.getString("transfer"),
                row.getString("payment"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("status"),
                row.getString("reason"));
    }
}
