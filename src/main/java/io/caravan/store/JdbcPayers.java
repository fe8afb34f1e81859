package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wallet users in their table. */
public final class JdbcPayers implements Payers {

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

    private Optional<Payer> find(String key, Object value) {
        return jdbc.sql("select id, phone, name, blocked, card from payer where " + key + " = ?")
                .param(value)
                .query((row, n) -> new Payer(
                        new PayerId(uuid(row, "id")),
                        new Phone(row.getString("phone")),
                        row.getString("name"),
                        row.getBoolean("blocked"),
                        uuid(row, "card")))
                .optional();
    }
}
