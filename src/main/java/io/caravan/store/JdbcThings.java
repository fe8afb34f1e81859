package io.caravan.store;

import static io.caravan.store.Columns.optionalUuid;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.setup.Thing;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.ThingQuery;
import io.caravan.core.setup.Things;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been set up, from the tables of each kind. */
public final class JdbcThings implements Things {

    private static final String NOBODY = "cast(null as uuid) as merchant_id";
    private static final String ENABLED = "case when enabled then 'enabled' else 'disabled' end";

    private final JdbcClient jdbc;

    public JdbcThings(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<Thing> next(ThingQuery query, int limit) {
        var sql = new StringBuilder("select t.*, m.name as merchant_name from (" + rows(query.kind())
                + ") t left join merchant m on m.id = t.merchant_id where 1 = 1");
        var arguments = new ArrayList<Object>();
        query.merchant().ifPresent(merchant -> {
            sql.append(" and t.merchant_id = ?");
            arguments.add(merchant.value());
        });
        if (!query.text().isEmpty()) {
            sql.append(" and (lower(t.title) like ? escape '!' or lower(t.id) like ? escape '!')");
            arguments.addAll(List.of(pattern(query.text()), pattern(query.text())));
        }
        query.after().ifPresent(after -> {
            sql.append(" and t.title >= ? and (t.title > ? or t.id > ?)");
            arguments.addAll(List.of(after.title(), after.title(), after.id()));
        });
        arguments.add(limit);
        return jdbc.sql(sql + " order by t.title, t.id limit ?")
                .params(arguments)
                .query((row, n) -> thing(query.kind(), row))
                .list();
    }

    @Override
    public List<String> publicKeys(String account) {
        return jdbc.sql("select public_key from checkout_key where account = ? order by public_key")
                .param(account)
                .query(String.class)
                .list();
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static String rows(ThingKind kind) {
        return switch (kind) {
            case MERCHANT ->
                "select cast(id as varchar) as id, name as title, %s, %s as state from merchant"
                        .formatted(NOBODY, ENABLED);
            case ISSUER ->
                "select cast(id as varchar) as id, name as title, merchant_id, lower(status) as state from issuer";
            case CALLBACKS ->
                "select lower(dialect) as id, url as title, merchant_id, '' as state from endpoint"
                        + " where place = '' and dialect in ('MOBILEPAY', 'PAYMENTINVOICES')";
            case CLIENT ->
                "select id, id as title, merchant_id, " + ENABLED
                        + " as state from client where merchant_id is not null";
            case ACCOUNT -> "select id, id as title, merchant_id, '' as state from commerce_account";
            case SALES_UNIT -> "select msn as id, name as title, merchant_id, '' as state from sales_unit";
            case PARTNER ->
                "select cast(id as varchar) as id, cast(id as varchar) as title, merchant_id, '' as state from partner";
            case WALLET ->
                "select id, id as title, merchant_id, " + ENABLED + " as state from client where merchant_id is null";
            case SERVICE -> "select code as id, code as title, %s, '' as state from payment_service".formatted(NOBODY);
            case PAYER ->
                "select cast(id as varchar) as id, name as title, %s, %s as state from payer"
                        .formatted(NOBODY, "case when blocked then 'blocked' else '' end");
            case OPERATOR ->
                "select name as id, name as title, %s, %s as state from operator"
                        .formatted(NOBODY, "case when enabled then lower(role) else 'disabled' end");
        };
    }

    private static Thing thing(ThingKind kind, ResultSet row) throws SQLException {
        var merchant = optionalUuid(row, "merchant_id").map(MerchantId::new);
        return new Thing(
                new ThingName(kind, merchant, row.getString("id")),
                row.getString("title"),
                Objects.requireNonNullElse(row.getString("merchant_name"), ""),
                row.getString("state"));
    }
}
