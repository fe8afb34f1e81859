package io.caravan.store;

import static io.caravan.store.Columns.date;
import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Reminder;
import io.caravan.core.notice.Reminders;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** Reminders in their table, a row for each that is to come. */
public final class JdbcReminders implements Reminders {

    private final JdbcOperations jdbc;

    public JdbcReminders(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void plan(List<Event> events) {
        Map<UUID, Event> came = events.stream()
                .filter(Reminder::follows)
                .collect(Collectors.toMap(Event::subject, Function.identity(), (one, other) -> one));
        if (came.isEmpty()) {
            return;
        }
        var reminders = jdbc.query(
                """
                select i.id, i.due_date, m.zone
                from invoice i
                join merchant m on m.id = i.merchant_id
                where i.id = any(?) and i.delivery = 'DIRECT' and i.status = 'CREATED'
                """,
                (row, n) ->
                        Reminder.of(came.get(uuid(row, "id")), date(row, "due_date"), ZoneId.of(row.getString("zone"))),
                Arrays.uuids(came.keySet(), id -> id));
        jdbc.batchUpdate(
                "insert into reminder (invoice_id, event_id, due_at, last_at) values (?, ?, ?, ?) on conflict do nothing",
                reminders.stream()
                        .flatMap(Optional::stream)
                        .map(reminder -> new Object[] {
                            reminder.invoice().value(),
                            reminder.event().value(),
                            timestamp(reminder.dueAt()),
                            timestamp(reminder.lastAt())
                        })
                        .toList());
    }

    /** Without an order: H2 would lock every row that matches. */
    @Override
    public Batch take(Instant now, int limit) {
        var due = jdbc.query(
                """
                select invoice_id, event_id, due_at, last_at
                from reminder
                where due_at <= ?
                limit ?
                for update skip locked
                """,
                (row, n) -> new Reminder(
                        new InvoiceId(uuid(row, "invoice_id")),
                        new EventId(uuid(row, "event_id")),
                        instant(row, "due_at"),
                        instant(row, "last_at")),
                timestamp(now),
                limit);
        if (due.isEmpty()) {
            return new Batch(0, List.of());
        }
        jdbc.update("delete from reminder where invoice_id = any(?)", Arrays.uuids(due, reminder -> reminder.invoice()
                .value()));
        return new Batch(
                due.size(),
                notices(due.stream()
                        .filter(reminder -> !reminder.isTooLate(now))
                        .toList()));
    }

    private List<Notice> notices(List<Reminder> reminders) {
        var events = reminders.stream()
                .collect(Collectors.toMap(reminder -> reminder.invoice().value(), Reminder::event));
        return jdbc.query(
                "select id, phone from invoice where id = any(?) and status = 'CREATED'",
                (row, n) -> Notice.of(
                        events.get(uuid(row, "id")),
                        uuid(row, "id"),
                        NoticeKind.INVOICE_REMINDER,
                        NoticeKind.INVOICE_REMINDER.channel(),
                        new Phone(row.getString("phone"))),
                Arrays.uuids(events.keySet(), id -> id));
    }
}
