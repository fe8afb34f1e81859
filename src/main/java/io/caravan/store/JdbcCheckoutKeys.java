package io.caravan.store;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.CheckoutKeys;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Public keys in their table. */
public final class JdbcCheckoutKeys implements CheckoutKeys {

    private final JdbcClient jdbc;

    public JdbcCheckoutKeys(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<CheckoutKey> find(String publicKey) {
        return jdbc.sql("select public_key, account, test_mode, return_url from checkout_key where public_key = ?")
                .param(publicKey)
                .query((row, n) -> new CheckoutKey(
                        row.getString("public_key"),
                        row.getString("account"),
                        row.getBoolean("test_mode"),
                        Optional.ofNullable(row.getString("return_url"))))
                .optional();
    }

    @Override
    public void put(CheckoutKey key) {
        jdbc.sql(
                        """
                        insert into checkout_key (public_key, account, test_mode, return_url) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        key.publicKey(),
                        key.account(),
                        key.testMode(),
                        key.returnUrl().orElse(null))
                .update();
        jdbc.sql("update checkout_key set account = ?, test_mode = ?, return_url = ? where public_key = ?")
                .params(key.account(), key.testMode(), key.returnUrl().orElse(null), key.publicKey())
                .update();
    }
}
