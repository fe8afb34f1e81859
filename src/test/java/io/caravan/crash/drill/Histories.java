package io.caravan.crash.drill;

import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.PaymentStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every subject has come to its state by events that may follow each other, without a gap. */
final class Histories {

    private record Step(String subject, int number, String type) {}

    private final JdbcClient tables;
    private final Journal journal;

    Histories(JdbcClient tables, Journal journal) {
        this.tables = tables;
        this.journal = journal;
    }

    void check() {
        var steps = tables
                .sql("select subject_id, number, type from event order by subject_id, number")
                .query((row, n) -> new Step(row.getString(1), row.getInt(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::subject));
        journal.count("events", steps.values().stream().mapToLong(List::size).sum());
        var invoices = states("invoice");
        var payments = states("payment");
        steps.forEach((subject, history) -> {
            gaps(subject, history);
            Optional.ofNullable(invoices.get(subject)).ifPresent(end -> invoice(subject, history, end));
            Optional.ofNullable(payments.get(subject)).ifPresent(end -> payment(subject, history, end));
        });
        invoices.keySet().stream()
                .filter(id -> !steps.containsKey(id))
                .forEach(id -> journal.broken("invoice " + id + " has no history"));
    }

    private void gaps(String subject, List<Step> history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).number() != i) {
                journal.broken("the events of " + subject + " have a gap: " + types(history));
                return;
            }
        }
    }

    private void invoice(String subject, List<Step> history, String end) {
        InvoiceStatus now = null;
        for (var step : history) {
            if (!step.type().startsWith("INVOICE_") || step.type().equals("INVOICE_ACCESSED")) {
                continue;
            }
            var next = InvoiceStatus.valueOf(step.type().substring("INVOICE_".length()));
            if (now == null ? next != InvoiceStatus.CREATED : !now.next().contains(next)) {
                journal.broken("invoice " + subject + " went " + types(history));
            }
            now = next;
        }
        if (!end.equals(String.valueOf(now))) {
            journal.broken("invoice " + subject + " is " + end + " and went " + types(history));
        }
    }

    private void payment(String subject, List<Step> history, String end) {
        PaymentStatus now = null;
        for (var step : history) {
            var type = step.type().substring("PAYMENT_".length());
            switch (type) {
                case "CAPTURED", "REFUNDED", "CANCELLED" -> {
                    if (now == PaymentStatus.CREATED && type.equals("CAPTURED")) {
                        now = PaymentStatus.AUTHORIZED; // a charge takes the money in one step
                    } else if (now != PaymentStatus.AUTHORIZED) {
                        journal.broken("payment " + subject + " went " + types(history));
                    }
                }
                case "QUESTIONED" -> journal.broken("payment " + subject + " was questioned: " + types(history));
                default -> {
                    var next = PaymentStatus.valueOf(type);
                    if (now == null
                            ? next != PaymentStatus.CREATED
                            : !now.next().contains(next)) {
                        journal.broken("payment " + subject + " went " + types(history));
                    }
                    now = next;
                }
            }
        }
        if (!end.equals(String.valueOf(now))) {
            journal.broken("payment " + subject + " is " + end + " and went " + types(history));
        }
    }

    private Map<String, String> states(String table) {
        return tables
                .sql("select id, status from " + table)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String types(List<Step> history) {
        return history.stream().map(step -> step.number() + " " + step.type()).collect(Collectors.joining(", "));
    }
}
