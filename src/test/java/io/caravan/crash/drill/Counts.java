package io.caravan.crash.drill;

import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was accepted is there, once, and nothing else is. */
final class Counts {

    private final JdbcClient tables;
    private final Journal journal;

    Counts(JdbcClient tables, Journal journal) {
        this.tables = tables;
        this.journal = journal;
    }

    void check() {
        var invoices = new HashSet<>(tables.sql("select id from invoice where dialect = 'MOBILEPAY'")
                .query(String.class)
                .list());
        for (var id : journal.accepted("invoice")) {
            if (!invoices.remove(id)) {
                journal.broken("invoice " + id + " was accepted and is gone");
            }
        }
        invoices.forEach(id -> journal.broken("invoice " + id + " is there, and nobody was told of it"));
        same(
                "select count(*) from invoice where dialect = 'MOBILEINVOICE'",
                "pre-transactions and phone bills",
                journal.accepted("pre-transaction").size()
                        + journal.accepted("phone bill").size());
        same(
                "select count(*) from payment_request",
                "sales",
                journal.accepted("sale").size());
        same(
                "select count(*) from order_receipt",
                "receipts",
                journal.accepted("receipt").size());
        same(
                "select count(*) from order_category",
                "links of orders",
                journal.accepted("link").size());
        same(
                "select count(*) from payment_invoice",
                "payment invoices",
                journal.accepted("payment invoice").size());
    }

    private void same(String sql, String what, long accepted) {
        var there = tables.sql(sql).query(Long.class).single();
        if (there != accepted) {
            journal.broken(accepted + " " + what + " were accepted, and there are " + there);
        }
    }
}
