package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.access.Subscription;
import io.caravan.core.access.Subscriptions;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.core.salesunit.SalesUnits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales units in their table, with the hashes of their keys. */
public final class JdbcSalesUnits implements SalesUnits, Subscriptions {

    private static final String SELECT =
            """
            select u.msn, u.merchant_id, u.name, u.key_hash, u.other_key_hash, u.settings, %s
            from sales_unit u
            where u.merchant_id = ?"""
                    .formatted(OldSecrets.of("'SALES_UNIT', 'SALES_UNIT_OTHER'", "u.msn"));

    private final JdbcClient jdbc;
    private final Clock realTime;

    public JdbcSalesUnits(TransactionalJdbc jdbc, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
    }

    @Override
    public Optional<SalesUnit> find(MerchantId merchant, String msn) {
        return jdbc.sql(SELECT + " and u.msn = ?")
                .params(timestamp(realTime.instant()), merchant.value(), msn)
                .query((row, n) -> unit(row))
                .optional();
    }

    @Override
    public List<Subscription> of(MerchantId merchant) {
        return jdbc.sql(SELECT + " order by u.msn")
                .params(timestamp(realTime.instant()), merchant.value())
                .query((row, n) -> new Subscription(
                        unit(row), row.getString("key_hash"), row.getString("other_key_hash"), OldSecrets.read(row)))
                .list();
    }

    @Override
    public void put(Subscription subscription) {
        var unit = subscription.unit();
        var settings = Json.write(unit.settings());
        jdbc.sql(
                        """
                        insert into sales_unit (msn, merchant_id, name, key_hash, other_key_hash, settings)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        unit.msn(),
                        unit.merchant().value(),
                        unit.name(),
                        subscription.keyHash(),
                        subscription.otherKeyHash(),
                        settings)
                .update();
        jdbc.sql(
                        """
                        update sales_unit
                        set name = ?, key_hash = ?, other_key_hash = ?, settings = ?
                        where msn = ? and merchant_id = ?
                        """)
                .params(
                        unit.name(),
                        subscription.keyHash(),
                        subscription.otherKeyHash(),
                        settings,
                        unit.msn(),
                        unit.merchant().value())
                .update();
    }

    private static SalesUnit unit(ResultSet row) throws SQLException {
        return new SalesUnit(
                row.getString("msn"),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("name"),
                Json.read(row.getString("settings"), SalesUnitSettings.class));
    }
}
