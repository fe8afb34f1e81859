package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.partner.Nonces;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nonces in their table, one row for each partner and nonce: of two instances, one can use it. */
public final class JdbcNonces implements Nonces {

    private final TransactionalJdbc all;
    private final JdbcClient jdbc;

    public JdbcNonces(TransactionalJdbc jdbc) {
        this.all = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public boolean use(int partner, String nonce, Instant at) {
        return jdbc.sql("insert into nonce (partner_id, nonce, at) values (?, ?, ?) on conflict do nothing")
                        .param(partner)
                        .param(nonce)
                        .param(timestamp(at))
                        .update()
                == 1;
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return CompositeKeys.change(
                all,
                "select partner_id, nonce from nonce where at < ? order by at limit ?",
                (row, n) -> new Object[] {row.getInt("partner_id"), row.getString("nonce"), timestamp(time)},
                "delete from nonce where partner_id = ? and nonce = ? and at < ?",
                timestamp(time),
                limit);
    }
}
