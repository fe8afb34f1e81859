package io.caravan.store;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.Client;
import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Scope;
import io.caravan.core.access.SecretHash;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Payer;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.setup.Enroll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class JdbcEnrollmentsTests {

    private static final Sealer SEALER = new Sealer("k1", Map.of("k1", new byte[32]));

    private final Merchant merchant = aMerchant();
    private final Issuer issuer = anIssuer(merchant.id());
    private final Payer payer = aPayer();
    private final Client client = new Client(
            "client-" + merchant.id(), SecretHash.of("one"), Optional.of(merchant.id()), Set.of(Scope.INVOICE));

    @OnBothDatabases
    void whoIsEnrolledIsFound(StoreFixture store) {
        enroll(store, enrollment(merchant, issuer, client, payer, "http://one.example"));

        assertThat(store.inTransaction(() -> new JdbcMerchants(store.jdbc()).find(merchant.id())))
                .contains(merchant);
        assertThat(store.inTransaction(() -> new JdbcMerchants(store.jdbc()).issuers(merchant.id())))
                .containsExactly(issuer);
        assertThat(store.inTransaction(() -> new JdbcClients(store.jdbc(), Clock.systemUTC()).find(client.id())))
                .contains(client);
        assertThat(store.inTransaction(() -> new JdbcPayers(store.jdbc()).find(payer.phone())))
                .contains(payer);
        assertThat(opened(store, "select authorization_header from endpoint where merchant_id = ?"))
                .isEqualTo("Basic c2FuZGJveDpzYW5kYm94");
        assertThat(opened(store, "select callback_secret from merchant where id = ?"))
                .isEqualTo("whsec_secret");
    }

    @OnBothDatabases
    void enrollingAgainBringsThingsUpToDateButKeepsWhatOthersChanged(StoreFixture store) {
        enroll(store, enrollment(merchant, issuer, client, payer, "http://one.example"));
        store.sql()
                .update(
                        "update merchant set enabled = false where id = ?",
                        merchant.id().value());
        var endpoint = "update endpoint set url = 'http://own.example' where merchant_id = ?";
        store.sql().update(endpoint, merchant.id().value());
        var renamed = new Merchant(
                merchant.id(), "New name", "DK", merchant.currency(), merchant.zone(), merchant.vatNumber(), true);
        var newSecret = new Client(client.id(), SecretHash.of("two"), client.merchant(), client.scopes());

        enroll(store, enrollment(renamed, issuer, newSecret, payer, "http://two.example"));

        var found = store.inTransaction(() -> new JdbcMerchants(store.jdbc()).find(merchant.id()))
                .orElseThrow();
        assertThat(found.name()).isEqualTo("New name");
        assertThat(found.enabled()).isFalse();
        assertThat(store.inTransaction(() -> new JdbcClients(store.jdbc(), Clock.systemUTC()).find(client.id())))
                .contains(newSecret);
        assertThat(store.sql()
                        .queryForList(
                                "select url from endpoint where merchant_id = ?",
                                String.class,
                                merchant.id().value()))
                .containsExactly("http://own.example");
    }

    @OnBothDatabases
    void instancesThatStartAtOnceEnrollTheSame(StoreFixture store) throws Exception {
        var enrollment = enrollment(merchant, issuer, client, payer, "http://one.example");

        Race.of(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Void>) () -> {
                    enroll(store, enrollment);
                    return null;
                })
                .collect(Collectors.toList()));

        assertThat(store.inTransaction(() -> new JdbcClients(store.jdbc(), Clock.systemUTC()).find(client.id())))
                .contains(client);
    }

    private static void enroll(StoreFixture store, Enrollment enrollment) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var enroll = new Enroll(new JdbcEnrollments(store.jdbc(), SEALER, clock));
        store.inTransaction(() -> enroll.enroll(enrollment));
    }

    private static Enrollment enrollment(Merchant merchant, Issuer issuer, Client client, Payer payer, String url) {
        return new Enrollment(
                List.of(new Enrollment.Account(merchant, "whsec_secret")),
                List.of(issuer),
                List.of(client),
                List.of(new CommerceAccount(
                        "coma_" + merchant.id().toString().substring(0, 8), SecretHash.of("key"), merchant.id())),
                List.of(payer),
                List.of(new Enrollment.Hook(merchant.id(), Dialect.MOBILEPAY, url, "Basic c2FuZGJveDpzYW5kYm94")));
    }

    private String opened(StoreFixture store, String sql) {
        var sealed = store.sql().queryForObject(sql, String.class, merchant.id().value());
        return new String(SEALER.open(sealed), StandardCharsets.UTF_8);
    }
}
