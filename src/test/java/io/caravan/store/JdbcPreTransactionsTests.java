package io.caravan.store;

import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.anInvoice;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.callback.PlainForm;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.PartnerSettings;
import io.caravan.core.partner.Presets;
import io.caravan.core.pretransaction.PreTransaction;
import io.caravan.core.pretransaction.ReferenceLinks;
import io.caravan.core.pretransaction.ShortCode;
import io.caravan.core.pretransaction.Terms;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class JdbcPreTransactionsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @OnBothDatabases
    void aPreTransactionIsFoundByAllItsNames(StoreFixture store) {
        var all = new JdbcPreTransactions(store.jdbc());
        var one = one(stored(store), "ref-" + UUID.randomUUID());

        assertThat(store.inTransaction(() -> all.add(one))).isTrue();

        var reference = one.referenceId().orElseThrow();
        assertThat(store.inTransaction(() -> all.find(one.merchant(), one.invoice()))
                        .orElseThrow()
                        .preTransaction())
                .isEqualTo(one);
        assertThat(store.inTransaction(() -> all.find(one.merchant(), reference)))
                .isPresent();
        assertThat(store.inTransaction(() -> all.find(one.shortCode()))).isPresent();
        assertThat(store.inTransaction(() -> all.findByLink(one.linkId().orElseThrow())))
                .isPresent();
        assertThat(store.inTransaction(() -> all.list(one.merchant(), "group", 0, 10)))
                .hasSize(1);
        assertThat(store.inTransaction(() -> all.list(one.merchant(), "group", 1, 10)))
                .isEmpty();
    }

    @OnBothDatabases
    void anotherMerchantFindsNothing(StoreFixture store) {
        var all = new JdbcPreTransactions(store.jdbc());
        var one = one(stored(store), "ref-" + UUID.randomUUID());
        var other = new MerchantId(UUID.randomUUID());
        store.inTransaction(() -> all.add(one));

        assertThat(store.inTransaction(() -> all.find(other, one.invoice()))).isEmpty();
        assertThat(store.inTransaction(() -> all.find(other, one.referenceId().orElseThrow())))
                .isEmpty();
    }

    @OnBothDatabases
    void aPageIsSeenForTheFirstTimeOnce(StoreFixture store) {
        var all = new JdbcPreTransactions(store.jdbc());
        var one = one(stored(store), "ref-" + UUID.randomUUID());
        store.inTransaction(() -> all.add(one));

        assertThat(store.inTransaction(() -> all.access(one.invoice(), NOW))).isTrue();
        assertThat(store.inTransaction(() -> all.access(one.invoice(), NOW.plusSeconds(1))))
                .isFalse();
        assertThat(store.inTransaction(() -> all.access(InvoiceId.random(), NOW)))
                .isFalse();
    }

    @OnBothDatabases
    void aNonceIsUsedOnceByEachPartnerUntilItIsForgotten(StoreFixture store) {
        var nonces = new JdbcNonces(store.jdbc());
        var nonce = UUID.randomUUID().toString();

        assertThat(store.inTransaction(() -> nonces.use(1, nonce, NOW))).isTrue();
        assertThat(store.inTransaction(() -> nonces.use(1, nonce, NOW))).isFalse();
        assertThat(store.inTransaction(() -> nonces.use(2, nonce, NOW))).isTrue();

        store.inTransaction(() -> nonces.forgetBefore(NOW.plusSeconds(1), 100));

        assertThat(store.inTransaction(() -> nonces.use(1, nonce, NOW))).isTrue();
    }

    @OnBothDatabases
    void thePlacesOfManyPreTransactionsAreOneEndpoint(StoreFixture store) {
        var places = new JdbcCallbackPlaces(store.jdbc(), PlainForm.SEALER);
        var merchant = stored(store).merchant();
        var request = EndpointRequest.withUserInfo(
                merchant, Dialect.MOBILEINVOICE, "https://user:secret@shop.example/" + UUID.randomUUID());

        for (int i = 0; i < 3; i++) {
            store.inTransaction(() -> places.add(UUID.randomUUID(), List.of(request), NOW));
        }

        assertThat(store.sql()
                        .queryForList(
                                "select authorization_header from endpoint where url = ?", String.class, request.url()))
                .hasSize(1)
                .noneMatch(text -> text.contains("secret"));
    }

    @OnBothDatabases
    void aPartnerIsFoundWithItsKeyAndCampaigns(StoreFixture store) {
        var partners = new JdbcPartners(store.jdbc(), PlainForm.SEALER, Clock.systemUTC());
        var invoice = stored(store);
        int id = Math.abs(invoice.id().hashCode());
        var partner = new Partner(
                id,
                invoice.merchant(),
                invoice.draft().issuer(),
                new byte[] {1, 2},
                new PartnerSettings(Map.of("card", Channel.PSP), none()));

        store.inTransaction(() -> partners.put(partner, List.of(new Campaign(1, none()))));
        store.inTransaction(() -> partners.put(partner, List.of(new Campaign(1, none()), new Campaign(2, none()))));

        var found = store.inTransaction(() -> partners.find(id)).orElseThrow();
        assertThat(found.key()).containsExactly(1, 2);
        assertThat(found.settings()).isEqualTo(partner.settings());
        assertThat(store.inTransaction(() -> partners.find(invoice.merchant()))).contains(partner);
        assertThat(store.inTransaction(() -> partners.campaigns(invoice.merchant())))
                .extracting(Campaign::id)
                .containsExactly(1, 2);
    }

    private static Presets none() {
        return new Presets(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("DKK"),
                Optional.of(true));
    }

    private static PreTransaction one(Invoice invoice, String reference) {
        return new PreTransaction(
                invoice.id(),
                invoice.merchant(),
                1,
                Optional.of(reference),
                Optional.of("group"),
                ShortCode.random(),
                Optional.of(new ReferenceLinks(new byte[32]).of(1, reference)),
                false,
                Optional.of(NOW),
                Optional.empty(),
                new Terms(
                        List.of("card"),
                        Optional.of(1),
                        Optional.of("text"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        true,
                        Map.of("a", "b")),
                invoice.createdAt());
    }

    private static Invoice stored(StoreFixture store) {
        var issuer = store.stored(anIssuer(store.stored(aMerchant()).id()));
        var invoice = anInvoice(issuer.merchant(), aDraft().from(issuer.id()).asLink());
        store.inTransaction(() -> new JdbcInvoices(store.jdbc())
                .add(invoice, invoice.draft().fingerprint(invoice.merchant()), invoice.createdAt()));
        return invoice;
    }
}
