package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.access.Client;
import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Enrollments;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;

/** Those who take part, in their tables. Each row is inserted if it is absent, then brought up to date. */
public final class JdbcEnrollments implements Enrollments {

    private final JdbcOperations jdbc;
    private final Sealer sealer;
    private final Clock realTime;

    public JdbcEnrollments(TransactionalJdbc jdbc, Sealer sealer, Clock realTime) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.realTime = realTime;
    }

    @Override
    public void put(Enrollment.Account account) {
        var merchant = account.merchant();
        jdbc.update(
                """
                insert into merchant (id, name, country, currency, zone, vat_number, enabled, callback_secret)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                merchant.id().value(),
                merchant.name(),
                merchant.country(),
                merchant.currency().getCurrencyCode(),
                merchant.zone().getId(),
                merchant.vatNumber(),
                merchant.enabled(),
                seal(account.callbackSecret()));
        jdbc.update(
                "update merchant set name = ?, country = ?, currency = ?, zone = ?, vat_number = ? where id = ?",
                merchant.name(),
                merchant.country(),
                merchant.currency().getCurrencyCode(),
                merchant.zone().getId(),
                merchant.vatNumber(),
                merchant.id().value());
    }

    @Override
    public void put(Issuer issuer) {
        jdbc.update(
                """
                insert into issuer (id, merchant_id, name, street, zip_code, city, status, payout_account)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                issuer.id().value(),
                issuer.merchant().value(),
                issuer.name(),
                issuer.address().street(),
                issuer.address().zipCode(),
                issuer.address().city(),
                issuer.status().name(),
                issuer.payoutAccount());
        jdbc.update(
                """
                update issuer
                set name = ?, street = ?, zip_code = ?, city = ?, status = ?, payout_account = ?
                where id = ? and merchant_id = ?
                """,
                issuer.name(),
                issuer.address().street(),
                issuer.address().zipCode(),
                issuer.address().city(),
                issuer.status().name(),
                issuer.payoutAccount(),
                issuer.id().value(),
                issuer.merchant().value());
    }

    @Override
    public void put(Client client) {
        var merchant = client.merchant().map(MerchantId::value).orElse(null);
        var scopes = JdbcClients.text(client.scopes());
        jdbc.update(
                "insert into client (id, secret_hash, merchant_id, scopes) values (?, ?, ?, ?) on conflict do nothing",
                client.id(),
                client.secretHash(),
                merchant,
                scopes);
        jdbc.update(
                "update client set secret_hash = ?, merchant_id = ?, scopes = ? where id = ?",
                client.secretHash(),
                merchant,
                scopes,
                client.id());
    }

    @Override
    public void put(CommerceAccount account) {
        jdbc.update(
                "insert into commerce_account (id, key_hash, merchant_id) values (?, ?, ?) on conflict do nothing",
                account.id(),
                account.keyHash(),
                account.merchant().value());
        jdbc.update(
                "update commerce_account set key_hash = ?, merchant_id = ? where id = ?",
                account.keyHash(),
                account.merchant().value(),
                account.id());
    }

    @Override
    public void put(Payer payer) {
        jdbc.update(
                "insert into payer (id, phone, name, blocked, card) values (?, ?, ?, ?, ?) on conflict do nothing",
                payer.id().value(),
                payer.phone().number(),
                payer.name(),
                payer.blocked(),
                payer.card());
        jdbc.update(
                "update payer set name = ?, blocked = ?, card = ? where id = ? and phone = ?",
                payer.name(),
                payer.blocked(),
                payer.card(),
                payer.id().value(),
                payer.phone().number());
    }

    @Override
    public void put(Enrollment.Hook hook) {
        jdbc.update(
                """
                insert into endpoint (id, merchant_id, dialect, url, authorization_header, fence, created_at)
                values (?, ?, ?, ?, ?, 0, ?)
                on conflict do nothing
                """,
                Uuids.derived("endpoint " + hook.merchant() + " " + hook.dialect()),
                hook.merchant().value(),
                hook.dialect().name(),
                hook.url(),
                hook.authorization().isEmpty() ? null : seal(hook.authorization()),
                timestamp(realTime.instant()));
    }

    private String seal(String secret) {
        return sealer.seal(secret.getBytes(StandardCharsets.UTF_8));
    }
}
