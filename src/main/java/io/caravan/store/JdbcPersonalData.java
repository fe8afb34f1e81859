package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.Erased;
import io.caravan.core.privacy.ErasureStep;
import io.caravan.core.privacy.HeldRows;
import io.caravan.core.privacy.Holding;
import io.caravan.core.privacy.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of payers, in the tables of invoices, payments and all that hangs on them. */
public final class JdbcPersonalData implements PersonalData {

    private record Row(Optional<UUID> invoice, Optional<UUID> payment, Instant at, UUID id) {}

    private final JdbcClient jdbc;
    private final ErasedRows rows;
    private final EndedThings ended;
    private final OldPayers oldPayers;
    private final HeldData heldData;

    public JdbcPersonalData(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.rows = new ErasedRows(jdbc);
        this.ended = new EndedThings(jdbc);
        this.oldPayers = new OldPayers(jdbc, this, rows);
        this.heldData = new HeldData(jdbc);
    }

    @Override
    public Lead follow(ErasureStep step, Phone phone, Optional<PayerId> payer, int limit) {
        var found = rows(step, phone, payer, limit);
        var last = found.size() < limit ? null : found.get(found.size() - 1);
        return new Lead(
                found.stream().flatMap(row -> row.invoice().stream()).distinct().toList(),
                found.stream().flatMap(row -> row.payment().stream()).distinct().toList(),
                Optional.ofNullable(last).map(row -> step.behind(row.at(), row.id())));
    }

    private List<Row> rows(ErasureStep step, Phone phone, Optional<PayerId> payer, int limit) {
        return switch (step.source()) {
            case INVOICE ->
                jdbc.sql(
                                """
                                select i.id as invoice_id, cast(null as uuid) as payment_id, i.created_at as at, i.id
                                from invoice i
                                where i.phone = ? and (i.created_at, i.id) > (?, ?)
                                order by i.created_at, i.id
                                limit ?
                                """)
                        .params(phone.number(), timestamp(step.afterAt()), step.afterId(), limit)
                        .query((row, n) -> new Row(
                                optionalUuid(row, "invoice_id"), Optional.empty(), instant(row, "at"), uuid(row, "id")))
                        .list();
            case PHONE -> payments("p.phone = ?", phone.number(), phone, step, limit);
            case REQUEST -> requests(phone, step, limit);
            case PAYER ->
                payer.map(id -> payments("p.payer_id = ?", id.value(), phone, step, limit))
                        .orElse(List.of());
            case SCHEDULE -> payer.map(id -> schedules(id, phone, step, limit)).orElse(List.of());
        };
    }

    /** The invoice of a payment is the payer's own, unless it was sent to another phone. */
    private List<Row> payments(String condition, Object key, Phone phone, ErasureStep step, int limit) {
        return jdbc.sql("select p.id, i.id as invoice_id from payment p left join invoice i on i.id = p.invoice_id "
                        + "and (i.phone is null or i.phone = ?) where " + condition
                        + " and p.id > ? order by p.id limit ?")
                .params(phone.number(), key, step.afterId(), limit)
                .query((row, n) -> new Row(
                        optionalUuid(row, "invoice_id"), optionalUuid(row, "id"), Instant.EPOCH, uuid(row, "id")))
                .list();
    }

    private List<Row> requests(Phone phone, ErasureStep step, int limit) {
        return jdbc.sql("select payment_id from payment_request where phone = ? and payment_id > ? "
                        + "order by payment_id limit ?")
                .params(phone.number(), step.afterId(), limit)
                .query((row, n) -> new Row(
                        Optional.empty(), optionalUuid(row, "payment_id"), Instant.EPOCH, uuid(row, "payment_id")))
                .list();
    }

    private List<Row> schedules(PayerId payer, Phone phone, ErasureStep step, int limit) {
        return jdbc.sql("select s.invoice_id as id, i.id as invoice_id from schedule s left join invoice i "
                        + "on i.id = s.invoice_id and (i.phone is null or i.phone = ?) "
                        + "where s.payer_id = ? and s.invoice_id > ? order by s.invoice_id limit ?")
                .params(phone.number(), payer.value(), step.afterId(), limit)
                .query((row, n) ->
                        new Row(optionalUuid(row, "invoice_id"), Optional.empty(), Instant.EPOCH, uuid(row, "id")))
                .list();
    }

    @Override
    public Erased eraseInvoices(List<UUID> invoices, Instant until) {
        var old = personal("invoice", invoices, until);
        var free = ended.invoices(old);
        if (!free.invoices().isEmpty()) {
            rows.invoices(free.invoices());
            rows.payments(free.payments());
        }
        return new Erased(free.invoices().size(), old.size() - free.invoices().size());
    }

    @Override
    public Erased erasePayments(List<UUID> payments, Instant until) {
        var old = personal("payment", payments, until);
        var free = ended.payments(old);
        if (!free.isEmpty()) {
            rows.payments(free);
        }
        return new Erased(free.size(), old.size() - free.size());
    }

    @Override
    public boolean isInUse(PayerId payer) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from schedule s join invoice i on i.id = s.invoice_id
                            where s.payer_id = :payer and i.status in ('RECEIVED', 'CREATED', 'ACCEPTED'))
                        or exists (select 1 from payment p where p.payer_id = :payer and p.status = 'CREATED')
                        """)
                .param("payer", payer.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void eraseAccount(Phone phone, Optional<PayerId> payer, Instant until) {
        jdbc.sql("delete from sms_inbound where sender = ? and at <= ?")
                .params(phone.number(), timestamp(until))
                .update();
        jdbc.sql("delete from prompt where phone = ?").param(phone.number()).update();
        payer.ifPresent(id -> Stream.of(
                        "delete from schedule where payer_id = ?"
                                + " and not exists (select 1 from invoice i where i.id = schedule.invoice_id"
                                + " and i.status in ('RECEIVED', 'CREATED', 'ACCEPTED'))",
                        "delete from profile_consent where sub in (select sub from profile_sub where payer_id = ?)",
                        "delete from profile_sub where payer_id = ?",
                        "delete from payer_profile where payer_id = ?",
                        "delete from payer where id = ?")
                .forEach(statement -> jdbc.sql(statement).param(id.value()).update()));
    }

    @Override
    public boolean eraseBefore(Instant before, Instant lookAgainAt, int limit) {
        return oldPayers.erase(before, lookAgainAt, limit);
    }

    @Override
    public List<Holding> holdings(Phone phone, Optional<PayerId> payer) {
        return heldData.count(phone, payer);
    }

    @Override
    public List<HeldRows> export(Phone phone, Optional<PayerId> payer, int limit) {
        return heldData.read(phone, payer, limit);
    }

    private List<UUID> personal(String table, List<UUID> ids, Instant until) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id from " + table + " where id = any(?) and personal_since <= ?")
                        .params(Arrays.uuids(ids, id -> id), timestamp(until))
                        .query(UUID.class)
                        .list();
    }
}
