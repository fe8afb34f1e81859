package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.CallbackSecrets;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcOperations;

/** Callback secrets, sealed: a merchant's own in its row, those before it in a table. */
public final class JdbcCallbackSecrets implements CallbackSecrets {

    private final JdbcOperations jdbc;
    private final Sealer sealer;

    public JdbcCallbackSecrets(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public CallbackSecret hold(MerchantId merchant) {
        var sealed = jdbc.queryForObject(
                "select callback_secret from merchant where id = ? for update", String.class, merchant.value());
        return new CallbackSecret(new String(sealer.open(sealed), StandardCharsets.UTF_8));
    }

    @Override
    public int signing(MerchantId merchant, Instant realNow) {
        return jdbc.queryForObject(
                "select count(*) from old_secret where kind = 'CALLBACK' and owner = ? and good_until > ?",
                Integer.class,
                merchant.toString(),
                timestamp(realNow));
    }

    @Override
    public void replace(MerchantId merchant, CallbackSecret secret, Instant now, Instant signsUntil) {
        jdbc.update(
                """
                insert into old_secret (id, kind, owner, secret, replaced_at, good_until)
                select ?, 'CALLBACK', ?, callback_secret, ?, ? from merchant where id = ?
                """,
                Uuids.ordered(),
                merchant.toString(),
                timestamp(now),
                timestamp(signsUntil),
                merchant.value());
        jdbc.update(
                "update merchant set callback_secret = ? where id = ?",
                sealer.seal(secret.text().getBytes(StandardCharsets.UTF_8)),
                merchant.value());
    }

    @Override
    public void forget(Instant realNow) {
        jdbc.update("delete from old_secret where good_until <= ?", timestamp(realNow));
    }
}
