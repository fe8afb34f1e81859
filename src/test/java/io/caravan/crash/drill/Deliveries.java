package io.caravan.crash.drill;

import io.caravan.crash.drill.Receiver.Arrival;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every event was told at least once, under one id, with the same words, signed, and in order for its subject. */
final class Deliveries {

    private record Callback(String id, String subject, String endpoint, int number, String state, String delivery) {}

    private final JdbcClient tables;
    private final List<Arrival> arrivals;
    private final Journal journal;

    Deliveries(JdbcClient tables, List<Arrival> arrivals, Journal journal) {
        this.tables = tables;
        this.arrivals = arrivals;
        this.journal = journal;
    }

    void check() {
        var callbacks = tables.sql(
                        """
                        select id, subject_id, endpoint_id, number, state, delivery_id from callback
                        order by endpoint_id, subject_id, number
                        """)
                .query((row, n) -> new Callback(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        var known = new HashSet<>(
                tables.sql("select id from delivery").query(String.class).list());
        journal.count("callbacks", callbacks.size());
        journal.count("callbacks that came", arrivals.size());
        words(known);
        arrived(callbacks);
        silent();
    }

    /** What came: signed, from something that was committed, and the same each time. */
    private void words(Set<String> known) {
        var bodies = new HashMap<String, String>();
        for (var arrival : arrivals) {
            var first = bodies.putIfAbsent(arrival.webhookId(), arrival.body());
            if (first != null) {
                journal.count("callbacks that came again");
            }
            if (first != null && !first.equals(arrival.body())) {
                journal.broken("callback " + arrival.webhookId() + " came with other words");
            }
            if (!arrival.signed()) {
                journal.broken("callback " + arrival.webhookId() + " came with a bad signature");
            }
            if (!known.contains(arrival.webhookId())) {
                journal.broken("callback " + arrival.webhookId() + " came, and nobody here knows it");
            }
        }
    }

    private void arrived(List<Callback> callbacks) {
        var first = new HashMap<String, Integer>();
        var taken = new HashMap<String, Integer>();
        for (int i = 0; i < arrivals.size(); i++) {
            var arrival = arrivals.get(i);
            first.putIfAbsent(arrival.webhookId(), i);
            if (arrival.acknowledged()) {
                taken.putIfAbsent(arrival.webhookId(), i);
            }
        }
        Callback before = null;
        for (var callback : callbacks) {
            if (callback.endpoint() == null) {
                journal.count("callbacks without an endpoint");
                continue;
            }
            if (!callback.state().equals("DELIVERED")) {
                journal.broken("callback " + callback + " was not delivered");
            } else if (!taken.containsKey(callback.delivery())) {
                journal.broken("callback " + callback + " counts as delivered and never came");
            } else if (before != null && isBefore(before, callback) && !inOrder(before, callback, first, taken)) {
                journal.broken("callback " + callback + " came before " + before + " was taken");
            }
            before = callback;
        }
    }

    private static boolean isBefore(Callback one, Callback next) {
        return one.subject().equals(next.subject()) && one.endpoint().equals(next.endpoint());
    }

    private static boolean inOrder(
            Callback one, Callback next, Map<String, Integer> first, Map<String, Integer> taken) {
        return taken.containsKey(one.delivery()) && taken.get(one.delivery()) < first.get(next.delivery());
    }

    /** Events of which the merchant hears in any case, and that are on no way to it. */
    private void silent() {
        tables.sql(
                        """
                        select e.subject_id || ' ' || e.number || ' ' || e.type from event e
                        where (e.dialect = 'MOBILEPAY' and e.type like 'INVOICE_%' and e.type <> 'INVOICE_ACCESSED'
                                or e.dialect = 'EPAYMENT' and e.type like 'PAYMENT_%'
                                or e.dialect = 'MOBILEINVOICE' and e.type = 'PAYMENT_CAPTURED')
                            and not exists (select 1 from callback c where c.event_id = e.id and c.endpoint_id is not null)
                        """)
                .query(String.class)
                .list()
                .forEach(event -> journal.broken("nobody is told of " + event));
    }
}
