package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators did, in its table. */
public final class JdbcActs implements Acts {

    private static final String SELECT = "select id, at, operator, kind, subject, note from operator_act ";

    private final JdbcClient jdbc;

    public JdbcActs(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void add(Act act) {
        jdbc.sql("insert into operator_act (id, at, operator, kind, subject, note) values (?, ?, ?, ?, ?, ?)")
                .params(
                        act.id(),
                        timestamp(act.at()),
                        act.operator(),
                        act.kind().name(),
                        act.subject(),
                        act.note())
                .update();
    }

    @Override
    public List<Act> newest(Optional<UUID> before, int limit) {
        var select = before.isPresent()
                ? jdbc.sql(SELECT + "where id < ? order by id desc limit ?").param(before.get())
                : jdbc.sql(SELECT + "order by id desc limit ?");
        return select.param(limit).query((row, n) -> act(row)).list();
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                uuid(row, "id"),
                instant(row, "at"),
                row.getString("operator"),
                ActKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("note"));
    }
}
