package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.merchant.MerchantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commerce accounts in their table. */
public final class JdbcCommerceAccounts implements CommerceAccounts {

    private final JdbcClient jdbc;

    public JdbcCommerceAccounts(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<CommerceAccount> find(String id) {
        return jdbc.sql("select id, key_hash, merchant_id from commerce_account where id = ?")
                .param(id)
                .query((row, n) -> new CommerceAccount(
                        row.getString("id"), row.getString("key_hash"), new MerchantId(uuid(row, "merchant_id"))))
                .optional();
    }
}
