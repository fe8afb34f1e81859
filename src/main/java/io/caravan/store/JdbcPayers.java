package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wallet users in their table. */
public final class JdbcPayers implements Payers {

    private static final String SELECT = "select id, phone, name, blocked, card from payer where ";

    private final JdbcClient jdbc;

    public JdbcPayers(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Payer> find(Phone phone) {
        return find("phone", phone.number());
    }

    @Override
    public Optional<Payer> find(PayerId id) {
        return find("id", id.value());
    }

    @Override
    public List<Payer> find(Set<Phone> phones) {
        return jdbc.sql(SELECT + "phone = any(?)")
                .param(Arrays.texts(phones, Phone::number))
                .query((row, n) -> payer(row))
                .list();
    }

    private Optional<Payer> find(String key, Object value) {
        return jdbc.sql(SELECT + key + " = ?")
                .param(value)
                .query((row, n) -> payer(row))
                .optional();
    }

    private static Payer payer(ResultSet row) throws SQLException {
        return new Payer(
                new PayerId(uuid(row, "id")),
                new Phone(row.getString("phone")),
                row.getString("name"),
                row.getBoolean("blocked"),
                uuid(row, "card"));
    }
}
