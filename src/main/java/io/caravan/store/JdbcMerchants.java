package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.merchant.Merchants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merchants and issuers in their tables. */
public final class JdbcMerchants implements Merchants {

    private static final String ISSUER =
            "select id, merchant_id, name, street, zip_code, city, status, payout_account from issuer ";

    private final JdbcClient jdbc;

    public JdbcMerchants(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Merchant> find(MerchantId id) {
        return jdbc.sql("select id, name, country, currency, zone, vat_number, enabled from merchant where id = ?")
                .param(id.value())
                .query((row, n) -> merchant(row))
                .optional();
    }

    @Override
    public Optional<Issuer> issuer(MerchantId merchant, IssuerId id) {
        return jdbc.sql(ISSUER + "where id = ? and merchant_id = ?")
                .param(id.value())
                .param(merchant.value())
                .query((row, n) -> issuer(row))
                .optional();
    }

    @Override
    public List<Issuer> issuers(MerchantId merchant) {
        return jdbc.sql(ISSUER + "where merchant_id = ? order by name, id")
                .param(merchant.value())
                .query((row, n) -> issuer(row))
                .list();
    }

    private static Merchant merchant(ResultSet row) throws SQLException {
        return new Merchant(
                new MerchantId(uuid(row, "id")),
                row.getString("name"),
                row.getString("country"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")),
                row.getString("vat_number"),
                row.getBoolean("enabled"));
    }

    private static Issuer issuer(ResultSet row) throws SQLException {
        return new Issuer(
                new IssuerId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("name"),
                new Issuer.Address(row.getString("street"), row.getString("zip_code"), row.getString("city")),
                Issuer.Status.valueOf(row.getString("status")),
                row.getBoolean("payout_account"));
    }
}
