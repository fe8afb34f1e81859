package io.caravan.store;

import io.caravan.core.access.Operator;
import io.caravan.core.access.Operators;
import io.caravan.core.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operators in their table. */
public final class JdbcOperators implements Operators {

    private static final String SELECT = "select name, password_hash, role, enabled from operator ";

    private final JdbcClient jdbc;

    public JdbcOperators(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Operator> find(String name) {
        return jdbc.sql(SELECT + "where name = ?")
                .param(name)
                .query((row, n) -> operator(row))
                .optional();
    }

    @Override
    public List<Operator> all() {
        return jdbc.sql(SELECT + "order by name")
                .query((row, n) -> operator(row))
                .list();
    }

    @Override
    public void put(Operator operator) {
        jdbc.sql(
                        """
                        insert into operator (name, password_hash, role, enabled) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        operator.name(),
                        operator.passwordHash(),
                        operator.role().name(),
                        operator.enabled())
                .update();
        jdbc.sql("update operator set password_hash = ?, role = ?, enabled = ? where name = ?")
                .params(operator.passwordHash(), operator.role().name(), operator.enabled(), operator.name())
                .update();
    }

    private static Operator operator(ResultSet row) throws SQLException {
        return new Operator(
                row.getString("name"),
                row.getString("password_hash"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"));
    }
}
