package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import io.caravan.core.access.SigningKey;
import io.caravan.core.access.SigningKeys;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing keys in their table, sealed. */
public final class JdbcSigningKeys implements SigningKeys {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    public JdbcSigningKeys(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sealer = sealer;
    }

    @Override
    public List<SigningKey> valid() {
        return jdbc.sql(
                        """
                        select generation, private_key, created_at
                        from signing_key
                        where retired_at is null
                        order by generation desc
                        """)
                .query((row, n) -> new SigningKey(
                        row.getInt("generation"),
                        sealer.open(row.getString("private_key")),
                        instant(row, "created_at")))
                .list();
    }

    @Override
    public void add(SigningKey key) {
        jdbc.sql(
                        """
                        insert into signing_key (generation, private_key, created_at)
                        values (?, ?, ?)
                        on conflict do nothing
                        """)
                .param(key.generation())
                .param(sealer.seal(key.pkcs8()))
                .param(timestamp(key.createdAt()))
                .update();
    }
}
