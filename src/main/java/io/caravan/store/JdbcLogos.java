package io.caravan.store;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Logo;
import io.caravan.core.merchant.Logos;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logos in their table. */
public final class JdbcLogos implements Logos {

    private final JdbcClient jdbc;

    public JdbcLogos(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Logo> find(IssuerId issuer) {
        return jdbc.sql("select media_type, bytes from issuer_logo where issuer_id = ?")
                .param(issuer.value())
                .query((row, n) -> new Logo(row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    @Override
    public boolean put(IssuerId issuer, Logo logo) {
        jdbc.sql(
                        """
                        insert into issuer_logo (issuer_id, media_type, bytes)
                        select id, ?, ? from issuer where id = ?
                        on conflict do nothing
                        """)
                .param(logo.mediaType())
                .param(logo.bytes())
                .param(issuer.value())
                .update();
        return jdbc.sql("update issuer_logo set media_type = ?, bytes = ? where issuer_id = ?")
                        .param(logo.mediaType())
                        .param(logo.bytes())
                        .param(issuer.value())
                        .update()
                == 1;
    }
}
