package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.PartnerSettings;
import io.caravan.core.partner.Partners;
import io.caravan.core.partner.Presets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners in their table, their keys sealed. */
public final class JdbcPartners implements Partners {

    private static final String SELECT =
            "select p.id, p.merchant_id, p.issuer_id, p.secret_key, p.settings, %s from partner p where "
                    .formatted(OldSecrets.of("'PARTNER'", "cast(p.id as varchar)"));

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock realTime;

    public JdbcPartners(TransactionalJdbc jdbc, Sealer sealer, Clock realTime) {
        this.jdbc = JdbcClient.create(jdbc);
        this.realTime = realTime;
        this.sealer = sealer;
    }

    @Override
    public Optional<Partner> find(int id) {
        return jdbc.sql(SELECT + "p.id = ?")
                .params(timestamp(realTime.instant()), id)
                .query((row, n) -> partner(row))
                .optional();
    }

    @Override
    public Optional<Partner> find(MerchantId merchant) {
        return jdbc.sql(SELECT + "p.merchant_id = ?")
                .params(timestamp(realTime.instant()), merchant.value())
                .query((row, n) -> partner(row))
                .optional();
    }

    @Override
    public List<Campaign> campaigns(MerchantId merchant) {
        return jdbc.sql(
                        """
                        select c.id, c.settings
                        from campaign c
                        join partner p on p.id = c.partner_id
                        where p.merchant_id = ?
                        order by c.id
                        """)
                .param(merchant.value())
                .query((row, n) -> new Campaign(row.getInt("id"), Json.read(row.getString("settings"), Presets.class)))
                .list();
    }

    @Override
    public void put(Partner partner, List<Campaign> campaigns) {
        var key = sealer.seal(partner.key());
        var settings = Json.write(partner.settings());
        jdbc.sql(
                        """
                        insert into partner (id, merchant_id, issuer_id, secret_key, settings) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        partner.id(),
                        partner.merchant().value(),
                        partner.issuer().value(),
                        key,
                        settings)
                .update();
        jdbc.sql("update partner set issuer_id = ?, secret_key = ?, settings = ? where id = ? and merchant_id = ?")
                .params(
                        partner.issuer().value(),
                        key,
                        settings,
                        partner.id(),
                        partner.merchant().value())
                .update();
        campaigns.forEach(campaign -> put(partner, campaign));
    }

    private void put(Partner partner, Campaign campaign) {
        var settings = Json.write(campaign.presets());
        jdbc.sql("insert into campaign (partner_id, id, settings) values (?, ?, ?) on conflict do nothing")
                .params(partner.id(), campaign.id(), settings)
                .update();
        jdbc.sql("update campaign set settings = ? where partner_id = ? and id = ?")
                .params(settings, partner.id(), campaign.id())
                .update();
    }

    private Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getInt("id"),
                new MerchantId(uuid(row, "merchant_id")),
                new IssuerId(uuid(row, "issuer_id")),
                sealer.open(row.getString("secret_key")),
                Json.read(row.getString("settings"), PartnerSettings.class),
                OldSecrets.read(row).stream().map(sealer::open).toList());
    }
}
