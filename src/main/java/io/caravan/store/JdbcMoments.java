package io.caravan.store;

import static io.caravan.store.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.event.Event;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Moment;
import io.caravan.core.ops.Moments;
import io.caravan.core.ops.Newest;
import io.caravan.core.ops.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to a thing, gathered from all tables that know of it. */
public final class JdbcMoments implements Moments {

    private static final int MOST = 200;
    private static final String LIMIT = " limit " + (MOST + 1);

    /** What of an event's details operators need; links and keys of requests are nobody's business. */
    private static final Set<String> TOLD =
            Set.of("PAYMENT_DATE", "PROBLEM", "REASON", "AMOUNT", "CURRENCY", "REFERENCE", "PAYMENT", "OPERATION");

    private final JdbcClient jdbc;

    public JdbcMoments(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Timeline of(Finding thing) {
        return new Gathering().of(thing);
    }

    private interface Reading {
        Moment of(ResultSet row) throws SQLException;
    }

    /** Reads all that belongs to one thing, of each kind one more than is told. */
    private final class Gathering {

        private final List<Moment> moments = new ArrayList<>();
        private boolean complete = true;

        Timeline of(Finding thing) {
            var payments = payments(thing);
            var subjects = new LinkedHashSet<>(payments);
            if (thing.kind() == Finding.Kind.INVOICE) {
                subjects.add(thing.id());
                subjects.add(Event.accessOf(new InvoiceId(thing.id())));
                subjects.addAll(ids("select id from consent where invoice_id = ?", thing.id()));
                subjects.addAll(ids("select id from sms where invoice_id = ? order by created_at desc", thing.id()));
                add(
                        Set.of(thing.id()),
                        "select * from sms where invoice_id in (:ids) order by created_at desc",
                        JdbcMoments::sms);
            }
            add(subjects, "select * from event where subject_id in (:ids) order by at desc", JdbcMoments::event);
            add(
                    subjects,
                    "select * from notice where subject_id in (:ids) order by created_at desc",
                    JdbcMoments::notice);
            callbacks(subjects);
            money(payments);
            moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::kind));
            return new Timeline(thing, moments, MOST, complete);
        }

        private Set<UUID> payments(Finding thing) {
            return thing.kind() == Finding.Kind.PAYMENT
                    ? Set.of(thing.id())
                    : Set.copyOf(ids("select id from payment where invoice_id = ? order by id desc", thing.id()));
        }

        private void money(Set<UUID> payments) {
            add(
                    payments,
                    "select * from operation where payment_id in (:ids) order by created_at desc",
                    JdbcMoments::operation);
            add(
                    payments,
                    "select * from payment_alarm where payment_id in (:ids) order by at desc",
                    JdbcMoments::alarm);
            add(
                    payments,
                    "select * from unmatched_money where payment_id in (:ids) order by at desc",
                    JdbcMoments::late);
            add(
                    payments,
                    "select * from incoming_transfer where payment_id in (:ids) order by at desc",
                    JdbcMoments::transfer);
        }

        private void callbacks(Set<UUID> subjects) {
            var callbacks = add(
                    subjects,
                    """
                    select c.*, e.type, p.url
                    from event e
                    join callback c on c.event_id = e.id
                    left join endpoint p on p.id = c.endpoint_id
                    where e.subject_id in (:ids)
                    order by c.created_at desc
                    """,
                    JdbcMoments::callback);
            add(
                    callbacks.stream().map(Moment::name).collect(Collectors.toSet()),
                    "select * from attempt where delivery_id in (:ids) order by at desc",
                    JdbcMoments::attempt);
        }

        private List<UUID> ids(String select, UUID of) {
            return newest(jdbc.sql(select + LIMIT).param(of).query(UUID.class).list());
        }

        private List<Moment> add(Set<?> ids, String select, Reading reading) {
            if (ids.isEmpty()) {
                return List.of();
            }
            var added = newest(jdbc.sql(select + LIMIT)
                    .param("ids", ids)
                    .query((row, n) -> reading.of(row))
                    .list());
            moments.addAll(added);
            return added;
        }

        private <T> List<T> newest(List<T> read) {
            var newest = Newest.of(MOST, read);
            complete &= newest.complete();
            return newest.things();
        }
    }

    private static Moment event(ResultSet row) throws SQLException {
        var details =
                new LinkedHashMap<>(Json.read(row.getString("details"), new TypeReference<Map<String, String>>() {}));
        details.keySet().retainAll(TOLD);
        return new Moment(
                instant(row, "at"),
                Moment.Kind.EVENT,
                row.getString("type"),
                "",
                details.entrySet().stream()
                        .map(detail -> detail.getKey().toLowerCase(java.util.Locale.ROOT) + " " + detail.getValue())
                        .collect(Collectors.joining(", ")),
                "");
    }

    private static Moment notice(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "created_at"),
                Moment.Kind.NOTICE,
                row.getString("kind") + " by " + row.getString("channel").toLowerCase(java.util.Locale.ROOT),
                row.getString("state"),
                text(row, "reason"),
                row.getString("id"));
    }

    private static Moment sms(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "updated_at"),
                Moment.Kind.SMS,
                "SMS in " + row.getInt("parts") + (row.getInt("parts") == 1 ? " part" : " parts"),
                row.getString("state"),
                String.join(" ", text(row, "gateway"), text(row, "reason")).strip(),
                row.getString("id"));
    }

    private static Moment callback(ResultSet row) throws SQLException {
        var delivery = row.getString("delivery_id");
        return new Moment(
                instant(row, "created_at"),
                Moment.Kind.CALLBACK,
                "Callback " + row.getString("type"),
                row.getString("state"),
                String.join(" ", text(row, "url"), text(row, "reason")).strip(),
                delivery == null ? DeliveryId.of(Columns.uuid(row, "id")).value() : delivery);
    }

    private static Moment attempt(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "at"),
                Moment.Kind.ATTEMPT,
                "Attempt " + row.getInt("number") + " in " + row.getInt("duration_ms") + " ms",
                text(row, "status"),
                text(row, "error"),
                row.getString("delivery_id"));
    }

    private static Moment operation(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "updated_at"),
                Moment.Kind.OPERATION,
                row.getString("kind") + " at " + row.getString("provider"),
                row.getString("state"),
                String.join(" ", MoneyText.of(row), text(row, "provider_reference"), text(row, "reason"))
                        .strip(),
                row.getString("id"));
    }

    private static Moment alarm(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "at"),
                Moment.Kind.ALARM,
                row.getString("kind"),
                row.getObject("resolved_at") == null ? "OPEN" : "RESOLVED",
                row.getString("what"),
                row.getString("id"));
    }

    private static Moment late(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "at"),
                Moment.Kind.MONEY,
                "Money that came too late",
                row.getString("state"),
                MoneyText.of(row) + " " + row.getString("why"),
                row.getString("refund_id"));
    }

    private static Moment transfer(ResultSet row) throws SQLException {
        return new Moment(
                instant(row, "at"),
                Moment.Kind.MONEY,
                "Transfer",
                row.getString("state"),
                MoneyText.of(row) + " for " + row.getString("reference"),
                row.getString("id"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
