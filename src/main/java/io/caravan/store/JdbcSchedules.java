package io.caravan.store;

import static io.caravan.store.Columns.date;
import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.schedule.Schedule;
import io.caravan.core.schedule.Schedules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schedules in their table, a row for each invoice that has one, and their attempts. */
public final class JdbcSchedules implements Schedules {

    private final JdbcClient jdbc;

    public JdbcSchedules(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Schedule> find(InvoiceId invoice) {
        return jdbc.sql("select invoice_id, payer_id, on_day, attempts, due_at from schedule where invoice_id = ?")
                .param(invoice.value())
                .query((row, n) -> schedule(row))
                .optional();
    }

    @Override
    public void put(Schedule schedule) {
        if (update(
                        "update schedule set payer_id = ?, on_day = ?, attempts = ?, due_at = ? where invoice_id = ?",
                        schedule)
                == 0) {
            update(
                    "insert into schedule (payer_id, on_day, attempts, due_at, invoice_id) values (?, ?, ?, ?, ?)",
                    schedule);
        }
    }

    @Override
    public void endClosed(Instant now) {
        jdbc.sql(
                        """
                        update schedule
                        set due_at = null
                        where due_at <= ?
                            and exists (select 1 from invoice i where i.id = invoice_id and i.status <> 'ACCEPTED')
                        """)
                .param(timestamp(now))
                .update();
    }

    @Override
    public List<InvoiceId> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select s.invoice_id
                        from schedule s
                        join invoice i on i.id = s.invoice_id
                        where s.due_at <= ? and i.status = 'ACCEPTED' and i.claim is null
                        order by s.due_at, s.invoice_id
                        limit ?
                        """)
                .param(timestamp(now))
                .param(limit)
                .query((row, n) -> new InvoiceId(uuid(row, "invoice_id")))
                .list();
    }

    /** A single row, on which nobody can wait in a circle, and so without the lock of its invoice. */
    @Override
    public void putOff(InvoiceId invoice, Instant now, Instant until) {
        jdbc.sql("update schedule set due_at = ? where invoice_id = ? and due_at <= ?")
                .param(timestamp(until))
                .param(invoice.value())
                .param(timestamp(now))
                .update();
    }

    @Override
    public boolean begin(Schedule tried, PaymentId payment) {
        return jdbc.sql(
                                """
                                insert into schedule_attempt (invoice_id, on_day, number, payment_id)
                                values (?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(tried.invoice().value())
                        .param(tried.date())
                        .param(tried.attempts())
                        .param(payment.value())
                        .update()
                == 1;
    }

    @Override
    public boolean began(PaymentId payment) {
        return jdbc.sql("select count(*) from schedule_attempt where payment_id = ?")
                        .param(payment.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int update(String sql, Schedule schedule) {
        return jdbc.sql(sql)
                .param(schedule.payer().value())
                .param(schedule.date())
                .param(schedule.attempts())
                .param(schedule.dueAt().map(Columns::timestamp).orElse(null))
                .param(schedule.invoice().value())
                .update();
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                new InvoiceId(uuid(row, "invoice_id")),
                new PayerId(uuid(row, "payer_id")),
                date(row, "on_day"),
                row.getInt("attempts"),
                optionalInstant(row, "due_at"));
    }
}
