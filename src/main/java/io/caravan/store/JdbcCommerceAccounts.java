package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.merchant.MerchantId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commerce accounts in their table. */
public final class JdbcCommerceAccounts implements CommerceAccounts {

    private final JdbcClient jdbc;
    private final Clock realTime;

    public JdbcCommerceAccounts(TransactionalJdbc jdbc, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
    }

    @Override
    public Optional<CommerceAccount> find(String id) {
        return jdbc.sql("select a.id, a.key_hash, a.merchant_id, %s from commerce_account a where a.id = ?"
                        .formatted(OldSecrets.of("'ACCOUNT'", "a.id")))
                .params(timestamp(realTime.instant()), id)
                .query((row, n) -> new CommerceAccount(
                        row.getString("id"),
                        row.getString("key_hash"),
                        new MerchantId(uuid(row, "merchant_id")),
                        OldSecrets.read(row)))
                .optional();
    }
}
