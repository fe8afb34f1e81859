package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalUuid;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.ops.Finding;
import io.caravan.core.ops.Findings;
import io.caravan.core.ops.Newest;
import io.caravan.core.ops.SearchTerm;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds invoices and payments along indexes: first their ids, then what is shown of them. */
public final class JdbcFindings implements Findings {

    private static final List<String> BY_ID = List.of(
            "select subject_id from callback where id = ?",
            "select payment_id from operation where id = ?",
            "select subject_id from notice where id = ?",
            "select invoice_id from pre_transaction where link_id = ?");

    private static final List<String> BY_PHONE = List.of(
            "select id from invoice where phone = ? order by created_at desc, id desc",
            "select id from payment where phone = ? order by id desc",
            "select payment_id from payment_request where phone = ?");

    private static final List<String> BY_NAME = List.of(
            "select id from invoice where invoice_number = ?",
            "select payment_id from payment_refund where reference_id = ?",
            "select payment_id from payment_invoice where id = ?",
            "select payment_id from payment_invoice where reference_id = ?",
            "select payment_id from payment_invoice where reference_key = ?",
            "select payment_id from payment_request where reference = ?",
            "select invoice_id from pre_transaction where reference_id = ?",
            "select invoice_id from pre_transaction where short_code = ?");

    private static final String INVOICES =
            """
            select 'INVOICE' as kind, i.id, coalesce(i.invoice_number, (select reference_id from pre_transaction p where p.invoice_id = i.id)) as name,
                i.merchant_id, m.name as merchant_name, i.dialect, i.status, i.currency, i.total as amount, i.phone,
                cast(null as uuid) as invoice_id, i.created_at
            from invoice i
            join merchant m on m.id = i.merchant_id
            where i.id in (:ids)
            """;

    private static final String PAYMENTS =
            """
            select 'PAYMENT' as kind, p.id,
                coalesce((select pi.id from payment_invoice pi where pi.payment_id = p.id), p.reference) as name,
                p.merchant_id, m.name as merchant_name, p.dialect, p.status, p.currency, p.amount,
                coalesce(p.phone, (select r.phone from payment_request r where r.payment_id = p.id)) as phone,
                p.invoice_id, p.created_at
            from payment p
            join merchant m on m.id = p.merchant_id
            where p.id in (:ids)
            """;

    private final JdbcClient jdbc;

    public JdbcFindings(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Newest<Finding> find(SearchTerm term, int most) {
        var found = new ArrayList<Newest<UUID>>();
        term.id().ifPresent(id -> {
            found.add(new Newest<>(List.of(id), true));
            found.addAll(ids(BY_ID, id, most));
        });
        term.delivery().ifPresent(delivery -> {
            found.addAll(ids(List.of("select subject_id from callback where id = ?"), delivery.callback(), most));
            found.addAll(ids(List.of("select subject_id from callback where delivery_id = ?"), delivery.value(), most));
        });
        term.phone().ifPresent(phone -> found.addAll(ids(BY_PHONE, phone.number(), most)));
        found.addAll(ids(BY_NAME, term.text(), most));
        var ids = found.stream()
                .flatMap(some -> some.things().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Newest<>(things(ids), found.stream().allMatch(Newest::complete));
    }

    @Override
    public Optional<Finding> find(UUID id) {
        return things(Set.of(id)).stream().findFirst();
    }

    /** What each of these finds. */
    private List<Newest<UUID>> ids(List<String> selects, Object argument, int most) {
        return selects.stream()
                .map(select -> Newest.of(
                        most,
                        jdbc.sql(select + " limit ?")
                                .params(argument, most + 1)
                                .query(UUID.class)
                                .list()))
                .toList();
    }

    private List<Finding> things(Collection<UUID> ids) {
        var found = new ArrayList<Finding>();
        if (!ids.isEmpty()) {
            for (var select : List.of(INVOICES, PAYMENTS)) {
                found.addAll(jdbc.sql(select)
                        .param("ids", ids)
                        .query((row, n) -> finding(row))
                        .list());
            }
        }
        return found;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Finding.Kind.valueOf(row.getString("kind")),
                uuid(row, "id"),
                Objects.requireNonNullElse(row.getString("name"), ""),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("merchant_name"),
                Dialect.valueOf(row.getString("dialect")),
                row.getString("status"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                Optional.ofNullable(row.getString("phone")).map(Phone::new),
                optionalUuid(row, "invoice_id"),
                instant(row, "created_at"));
    }
}
