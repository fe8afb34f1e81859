package io.caravan.store;

import io.caravan.core.money.Money;
import io.caravan.core.pretransaction.TurnoverDay;
import io.caravan.core.pretransaction.TurnoverEntry;
import io.caravan.core.pretransaction.TurnoverQuery;
import io.caravan.core.pretransaction.Turnovers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turnover in its table. */
public final class JdbcTurnovers implements Turnovers {

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    public JdbcTurnovers(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    @Override
    public void add(List<TurnoverEntry> entries) {
        jdbc.batchUpdate(
                """
                insert into turnover (id, merchant_id, on_day, provider, currency, kind, amount)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                entries,
                500,
                (statement, entry) -> {
                    statement.setObject(1, entry.id());
                    statement.setObject(2, entry.merchant().value());
                    statement.setObject(3, entry.day());
                    statement.setString(4, entry.provider());
                    statement.setString(5, entry.currency().getCurrencyCode());
                    statement.setString(6, entry.kind().name());
                    statement.setLong(7, entry.amount());
                });
    }

    @Override
    public List<TurnoverDay> days(TurnoverQuery query) {
        return client.sql(
                        """
                        select on_day, provider, currency,
                            sum(case when kind = 'TAKEN' then 1 else 0 end) as takings,
                            sum(case when kind = 'TAKEN' then amount else 0 end) as taken,
                            sum(case when kind = 'REFUNDED' then 1 else 0 end) as refunds,
                            sum(case when kind = 'REFUNDED' then amount else 0 end) as refunded,
                            sum(case when kind = 'SMS' then amount else 0 end) as parts
                        from turnover
                        where merchant_id = ? and on_day between ? and ?
                        group by on_day, provider, currency
                        order by on_day, provider, currency
                        """)
                .params(query.merchant().value(), query.from(), query.to())
                .query((row, n) -> day(row))
                .list();
    }

    private static TurnoverDay day(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new TurnoverDay(
                row.getObject("on_day", LocalDate.class),
                row.getString("provider"),
                row.getInt("takings"),
                new Money(row.getLong("taken"), currency),
                row.getInt("refunds"),
                new Money(row.getLong("refunded"), currency),
                row.getInt("parts"));
    }
}
