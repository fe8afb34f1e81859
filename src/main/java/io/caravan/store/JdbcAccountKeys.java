package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.access.SecretKind;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Private keys beside their accounts, sealed. One that has been replaced signs until its time is over. */
public final class JdbcAccountKeys implements AccountKeys {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock realTime;

    public JdbcAccountKeys(TransactionalJdbc jdbc, Sealer sealer, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
        this.sealer = sealer;
    }

    @Override
    public Optional<String> find(MerchantId merchant, String paymentInvoice, boolean testMode) {
        return jdbc.sql(
                        """
                        select coalesce(
                            (select o.secret from old_secret o
                             where o.kind = ? and o.owner = a.id and o.good_until > ?
                             order by o.good_until, o.id limit 1),
                            case when ? then a.test_key else a.live_key end) as secret
                        from commerce_account a
                        where a.merchant_id = ?
                        order by case when a.id = (select account from payment_invoice where id = ?) then 0 else 1 end, a.id
                        limit 1
                        """)
                .params(
                        (testMode ? SecretKind.TEST_KEY : SecretKind.LIVE_KEY).name(),
                        timestamp(realTime.instant()),
                        testMode,
                        merchant.value(),
                        paymentInvoice)
                .query((row, n) -> Optional.ofNullable(row.getString("secret")))
                .optional()
                .flatMap(key -> key)
                .map(key -> new String(sealer.open(key), StandardCharsets.UTF_8));
    }

    @Override
    public void put(String account, String testKey, String liveKey) {
        jdbc.sql("update commerce_account set test_key = ?, live_key = ? where id = ?")
                .params(seal(testKey), seal(liveKey), account)
                .update();
    }

    private String seal(String key) {
        return sealer.seal(key.getBytes(StandardCharsets.UTF_8));
    }
}
