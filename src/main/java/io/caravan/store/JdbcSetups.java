package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.setup.Owned;
import io.caravan.core.setup.Setups;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the tables of all that is set up. */
public final class JdbcSetups implements Setups {

    private final JdbcClient jdbc;

    public JdbcSetups(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public void takeTurn() {
        jdbc.sql("select id from setup_turn where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<MerchantId> ownerOf(Owned kind, String id) {
        return switch (kind) {
            case ISSUER -> Uuids.parse(id).flatMap(key -> owner("issuer", "id", key));
            case ACCOUNT -> owner("commerce_account", "id", id);
            case SALES_UNIT -> owner("sales_unit", "msn", id);
            case PARTNER -> owner("partner", "id", Integer.valueOf(id));
        };
    }

    @Override
    public boolean opensAnother(String msn, String keyHash) {
        return !jdbc.sql("select msn from sales_unit where (key_hash = ? or other_key_hash = ?) and msn <> ?")
                .params(keyHash, keyHash, msn)
                .query(String.class)
                .list()
                .isEmpty();
    }

    @Override
    public void enable(MerchantId merchant, boolean enabled) {
        jdbc.sql("update merchant set enabled = ? where id = ?")
                .params(enabled, merchant.value())
                .update();
    }

    @Override
    public void enable(String client, boolean enabled) {
        jdbc.sql("update client set enabled = ? where id = ?")
                .params(enabled, client)
                .update();
    }

    private Optional<MerchantId> owner(String table, String key, Object value) {
        return jdbc.sql("select merchant_id from %s where %s = ?".formatted(table, key))
                .param(value)
                .query((row, n) -> new MerchantId(uuid(row, "merchant_id")))
                .optional();
    }
}
