package io.caravan.store;

import static io.caravan.store.Columns.optionalInstant;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackState;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.ops.EndpointHealth;
import io.caravan.core.ops.EndpointHealths;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How endpoints stand, from their table and that of callbacks. */
public final class JdbcEndpointHealths implements EndpointHealths {

    private static final String SELECT =
            """
            select e.id, e.merchant_id, m.name, e.dialect, e.url, e.failures, e.suspended_at
            from endpoint e
            join merchant m on m.id = e.merchant_id
            where\s""";

    private final JdbcClient jdbc;

    public JdbcEndpointHealths(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<EndpointHealth> suspended(int limit) {
        return all(jdbc.sql(SELECT + "e.suspended_at is not null order by e.suspended_at, e.id limit ?")
                .param(limit));
    }

    @Override
    public List<EndpointHealth> after(UUID id, int limit) {
        return all(jdbc.sql(SELECT + "e.id > ? order by e.id limit ?").params(id, limit));
    }

    @Override
    public List<EndpointHealth> of(MerchantId merchant, int limit) {
        return all(jdbc.sql(SELECT + "e.merchant_id = ? order by e.dialect, e.place limit ?")
                .params(merchant.value(), limit));
    }

    private List<EndpointHealth> all(StatementSpec select) {
        return select.query((row, n) -> endpoint(row)).list().stream()
                .map(this::counted)
                .toList();
    }

    private EndpointHealth counted(EndpointHealth found) {
        return new EndpointHealth(
                found.id(),
                found.merchant(),
                found.merchantName(),
                found.dialect(),
                found.url(),
                found.failures(),
                found.suspendedSince(),
                count(found.id(), CallbackState.WAITING)
                        + count(found.id(), CallbackState.APART)
                        + count(found.id(), CallbackState.DELIVERING),
                count(found.id(), CallbackState.DEAD));
    }

    private int count(EndpointId id, CallbackState state) {
        return jdbc.sql("select count(*) from (select 1 from callback where endpoint_id = ? and state = '%s' limit ?) w"
                        .formatted(state))
                .params(id.value(), EndpointHealth.MOST)
                .query(Integer.class)
                .single();
    }

    private static EndpointHealth endpoint(ResultSet row) throws SQLException {
        return new EndpointHealth(
                new EndpointId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("name"),
                Dialect.valueOf(row.getString("dialect")),
                row.getString("url"),
                row.getInt("failures"),
                optionalInstant(row, "suspended_at"),
                0,
                0);
    }
}
