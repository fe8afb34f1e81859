package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks invoices and payments that have ended, so that nothing begins with them: the invoice first, then its payments.
 * What somebody else works on has not ended. A statement that waited for no lock may still have looked before others
 * committed; therefore all is asked once more when it is locked.
 */
final class EndedThings {

    /** Invoices, and all of their payments that name somebody. */
    record Free(List<UUID> invoices, List<UUID> payments) {}

    private record Paid(UUID payment, UUID invoice, boolean personal) {}

    private final JdbcClient jdbc;

    EndedThings(JdbcOperations jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Those of these that have ended, locked, and with all of their payments. */
    Free invoices(List<UUID> ids) {
        var held = locked("invoice", ended("invoice i", "i", OpenThings.INVOICE_ENDED, ids));
        var paid = paymentsOf(held);
        var locked =
                new HashSet<>(locked("payment", paid.stream().map(Paid::payment).toList()));
        var busy = paid.stream()
                .filter(one -> !locked.contains(one.payment()))
                .map(Paid::invoice)
                .collect(Collectors.toSet());
        var free = held.stream().filter(id -> !busy.contains(id)).toList();
        var ended = ended("invoice i", "i", OpenThings.INVOICE_ENDED, free);
        return new Free(ended, personal(paid, Set.copyOf(ended)));
    }

    /** Those of these that have ended, locked. */
    List<UUID> payments(List<UUID> ids) {
        return ended(
                "payment p",
                "p",
                OpenThings.PAYMENT_ENDED,
                locked("payment", ended("payment p", "p", OpenThings.PAYMENT_ENDED, ids)));
    }

    private static List<UUID> personal(List<Paid> paid, Set<UUID> invoices) {
        return paid.stream()
                .filter(one -> one.personal() && invoices.contains(one.invoice()))
                .map(Paid::payment)
                .toList();
    }

    private List<Paid> paymentsOf(List<UUID> invoices) {
        return invoices.isEmpty()
                ? List.of()
                : jdbc.sql("select id, invoice_id, case when personal_since is null then 0 else 1 end as personal "
                                + "from payment where invoice_id = any(?)")
                        .param(Arrays.uuids(invoices, id -> id))
                        .query((row, n) ->
                                new Paid(uuid(row, "id"), uuid(row, "invoice_id"), row.getInt("personal") == 1))
                        .list();
    }

    private List<UUID> ended(String from, String name, String ended, List<UUID> ids) {
        return select("select %s.id from %s where %s.id = any(?) and %s".formatted(name, from, name, ended), ids);
    }

    private List<UUID> locked(String table, List<UUID> ids) {
        return select("select id from %s where id = any(?) for update skip locked".formatted(table), ids);
    }

    private List<UUID> select(String sql, List<UUID> ids) {
        return ids.isEmpty()
                ? ids
                : jdbc.sql(sql)
                        .param(Arrays.uuids(ids, id -> id))
                        .query(UUID.class)
                        .list();
    }
}
