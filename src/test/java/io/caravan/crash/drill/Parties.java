package io.caravan.crash.drill;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerClient;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.WalletClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Who speaks to the service, with a credential that is fetched once. */
final class Parties {

    static final String ACCOUNT = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxDK00000001:key-dk".getBytes(StandardCharsets.UTF_8));

    final Site site;
    final MerchantClient merchant;
    final PartnerClient partner;
    final List<Shop> shops;
    final String merchantToken;
    private final String walletToken;

    Parties(Site site) {
        this.site = site;
        merchant = new MerchantClient(site::uri);
        partner = new PartnerClient(site::uri, 1, "c2FuZGJveC1kay1obWFjLWtleQ==");
        shops = List.of(
                new Shop(new SalesUnitClient(site::uri, "no"), "NOK", "+4791"),
                new Shop(new SalesUnitClient(site::uri, "dk"), "DKK", "+4571"));
        merchantToken = MerchantClient.token(site::uri, "sandbox-dk", "sandbox-dk-secret");
        walletToken = MerchantClient.token(site::uri, "sandbox-wallet", "sandbox-wallet-secret");
    }

    /** Has all callbacks sent to the receiver. */
    void register(Receiver receiver) {
        merchant.callbacksTo(receiver.uri("mobilepay"));
        require(204, partner.send("PUT", "/api/webhooks/1", "{\"url\": \"" + receiver.uri("mobileinvoice") + "\"}"));
        shops.forEach(shop -> shop.register(receiver));
    }

    /** The wallet app acts for this payer; {@code path} is below {@code /api/v1/consumers/me}. */
    Http.Reply wallet(String phone, String path, String body) {
        return Http.send(
                "PUT",
                site.uri("/api/v1/consumers/me" + path),
                body,
                "Authorization",
                "Bearer " + walletToken,
                "AuthenticatedUser",
                WalletClient.idOf(phone),
                "Content-Type",
                "application/json");
    }

    /** The commerce account of payment invoices. */
    Http.Reply account(String method, String path, String body) {
        return Http.send(method, site.uri(path), body, "Authorization", ACCOUNT, "Content-Type", "application/json");
    }

    Http.Reply asMerchant(String path) {
        return Http.get(site.uri(path), "Authorization", "Bearer " + merchantToken);
    }

    /** Somebody does something in the world outside. */
    Http.Reply outside(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return Http.send("POST", site.outside(path), body, all.toArray(String[]::new));
    }

    /** Moves business time, in all instances. */
    void clock(String how) {
        require(200, Http.send("POST", site.uri("/mock/clock"), how));
    }

    URI uri(String path) {
        return site.uri(path);
    }

    static void require(int status, Http.Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
    }
}
