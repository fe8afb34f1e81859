package io.caravan.store;

import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.id.Uuids;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What callbacks are about, as their merchants call it: an invoice or a pre-transaction by its id, a payment of a sales
 * unit by its reference, a payment invoice by its own id, a transaction without a pre-transaction by its id.
 */
final class CallbackSubjects {

    /** Of a row {@code c} of callback and its event {@code e}, with the joins below. */
    static final String COLUMNS =
            "c.subject_id, coalesce(i.id, m.reference) as subject_name, t.invoice_id as pre_transaction, e.details";

    static final String JOINS =
            """
            left join payment m on m.id = c.subject_id
            left join payment_invoice i on i.payment_id = m.id
            left join pre_transaction t on t.invoice_id = m.invoice_id and not t.direct
            """;

    private static final List<String> BY_ID = List.of(
            "select p.id from invoice i join payment p on p.invoice_id = i.id where i.id = ? and i.merchant_id = ?",
            "select s.id from invoice i join sms s on s.invoice_id = i.id where i.id = ? and i.merchant_id = ?");

    private static final List<String> BY_NAME = List.of(
            "select payment_id as id from payment_request where reference = ? and merchant_id = ?",
            "select payment_id as id from payment_invoice where id = ? and merchant_id = ?");

    private final JdbcOperations jdbc;

    CallbackSubjects(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    static String name(ResultSet row) throws SQLException {
        var invoice = Optional.ofNullable(JdbcEvents.details(row).get(Detail.INVOICE));
        var id = optionalUuid(row, "pre_transaction").orElse(uuid(row, "subject_id"));
        return Optional.ofNullable(row.getString("subject_name"))
                .or(() -> invoice)
                .orElse(id.toString());
    }

    /** The events of what the merchant calls so, or of what has this id; of an invoice's payments and SMS, too. */
    Set<UUID> events(MerchantId merchant, String name) {
        return Set.copyOf(jdbc.query(
                "select id from event where subject_id = any(?)",
                (row, n) -> uuid(row, "id"),
                Arrays.uuids(named(merchant, name), id -> id)));
    }

    private Set<UUID> named(MerchantId merchant, String name) {
        var subjects = new HashSet<UUID>();
        Uuids.parse(name).ifPresent(id -> {
            subjects.add(id);
            subjects.add(Event.accessOf(new InvoiceId(id)));
            BY_ID.forEach(select -> subjects.addAll(find(select, id, merchant)));
        });
        if (name.indexOf('\0') < 0) {
            BY_NAME.forEach(select -> subjects.addAll(find(select, name, merchant)));
        }
        return subjects;
    }

    private List<UUID> find(String select, Object name, MerchantId merchant) {
        return jdbc.query(select, (row, n) -> uuid(row, "id"), name, merchant.value());
    }
}
