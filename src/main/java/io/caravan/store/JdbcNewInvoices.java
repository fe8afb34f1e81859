package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.event.Event;
import io.caravan.core.invoice.DailyLimit;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.NewInvoices;
import java.time.Instant;
import java.util.ArrayList;

/** New invoices: all that is written of one goes to the database at once. */
public final class JdbcNewInvoices implements NewInvoices {

    private static final String INSERT = JdbcInvoices.INSERT + "\non conflict do nothing";

    private static final String FIRST_OF_DAY =
            "insert into daily_count (merchant_id, phone, on_day, n) values (?, ?, ?, 0) on conflict do nothing";

    private final TransactionalJdbc jdbc;
    private final Database database;
    private final JdbcEvents events;

    public JdbcNewInvoices(TransactionalJdbc jdbc, Database database, JdbcEvents events) {
        this.jdbc = jdbc;
        this.database = database;
        this.events = events;
    }

    @Override
    public Outcome add(Invoice invoice, byte[] fingerprint, Instant expiresAt, DailyLimit limit, Event created) {
        var changes = new ArrayList<Change>();
        changes.add(new Change(INSERT, JdbcInvoices.columns(invoice, fingerprint, timestamp(expiresAt))));
        changes.add(events.change(created));
        invoice.draft().phone().ifPresent(phone -> {
            changes.add(new Change(FIRST_OF_DAY, invoice.merchant().value(), phone.number(), limit.day()));
            changes.add(new Change(
                    JdbcInvoices.COUNT, invoice.merchant().value(), phone.number(), limit.day(), limit.invoices()));
        });
        var changed = database.change(jdbc, changes);
        if (changed[0] == 0) {
            return Outcome.EXISTS;
        }
        return changed[changed.length - 1] == 0 ? Outcome.OVER_DAILY_LIMIT : Outcome.STORED;
    }
}
