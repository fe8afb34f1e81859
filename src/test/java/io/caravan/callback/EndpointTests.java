package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEINVOICE;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Where events go. */
class EndpointTests {

    @OnBothDatabases
    void anEventGoesToTheMerchantsEndpointOfItsDialect(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var event = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);

        rig.relay(event);
        var posting = rig.takeOne(rig.leaseOne());

        assertThat(body(posting)).isEqualTo("[" + PlainForm.text(event) + "]");
        assertThat(posting.id().value()).matches("msg_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(posting.merchant()).isEqualTo(merchant);
        assertThat(posting.attempt()).isEqualTo(1);
        assertThat(posting.destination().get().url()).isEqualTo("https://shop.example/epayment");
        assertThat(posting.destination().get().authorization()).contains("Basic c2FuZGJveA==");
        assertThat(rig.rings).isEqualTo(1);
    }

    @OnBothDatabases
    void theSameEventAgainChangesNothing(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        var held = rig.event(rig.merchantWithoutEndpoint(), EPAYMENT, UUID.randomUUID(), 0);

        rig.relay(event, event, held);
        rig.relay(event, held);

        assertThat(rig.take(rig.leaseOne())).hasSize(1);
        assertThat(rig.stateOf(held)).isEqualTo("HELD");
    }

    @OnBothDatabases
    void nobodyIsWokenForWhatIsNotCommitted(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);

        assertThatIllegalStateException()
                .isThrownBy(() -> rig.inTransaction(() -> {
                    rig.relay(event);
                    assertThat(rig.rings).isZero();
                    throw new IllegalStateException("as when the commit fails");
                }));

        assertThat(rig.rings).isZero();
        assertThat(rig.lease()).isEmpty();
    }

    @OnBothDatabases
    void anEventThatTheDialectDoesNotTellGoesNowhere(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();

        rig.relay(
                rig.event(new Event(
                        EventId.next(),
                        subject,
                        0,
                        EventType.PAYMENT_CREATED,
                        merchant,
                        EPAYMENT,
                        rig.business.instant(),
                        Map.of())),
                rig.event(merchant, Dialect.PAYMENTINVOICES, subject, 1));

        assertThat(rig.lease()).isEmpty();
    }

    @OnBothDatabases
    void anEventOfAMerchantWithoutAnEndpointIsHeld(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchantWithoutEndpoint();
        var subject = UUID.randomUUID();
        var held = rig.event(merchant, EPAYMENT, subject, 0);

        rig.relay(held);
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        var next = rig.event(merchant, EPAYMENT, subject, 1);
        rig.relay(next);

        assertThat(rig.stateOf(held)).isEqualTo("HELD");
        assertThat(body(rig.takeOne(rig.leaseOne()))).isEqualTo("[" + PlainForm.text(next) + "]");
    }

    @OnBothDatabases
    void anEventThatCannotBePutIntoWordsHoldsUpNoOther(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var broken = rig.event(new Event(
                EventId.next(),
                UUID.randomUUID(),
                0,
                EventType.INVOICE_REJECTED,
                merchant,
                MOBILEPAY,
                rig.business.instant(),
                Map.of()));
        var good = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        rig.relay(broken, good, rig.event(merchant, MOBILEPAY, broken.subject(), 1));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();

        var taken = rig.take(lease, 4, false);
        rig.later(Duration.ofSeconds(5));

        assertThat(taken.postings()).extracting(CallbackRig::body).containsExactly("[" + PlainForm.text(good) + "]");
        assertThat(taken.unspeakable()).hasSize(1);
        assertThat(rig.stateOf(broken)).isEqualTo("DEAD");
        assertThat(body(rig.takeOne(lease))).contains(broken.subject() + "#1");
    }

    @OnBothDatabases
    void whatWaitsGoesToTheNewUrlOnceTheEndpointIsChanged(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));

        rig.endpoint(merchant, EPAYMENT, "https://new.example/callbacks");
        rig.later(Duration.ofSeconds(5));

        assertThat(rig.takeOne(lease).destination().get().url()).isEqualTo("https://new.example/callbacks");
        assertThat(rig.jdbc.queryForList("select authorization_header from endpoint", String.class))
                .noneMatch(header -> header.contains("c2FuZGJveA"));
    }

    @OnBothDatabases
    void aDialectMayAskForAGetWhoseUrlIsFilledInAtEachAttempt(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEINVOICE, "https://shop.example/old?id={{id}}");
        var event = rig.event(merchant, MOBILEINVOICE, UUID.randomUUID(), 0);
        rig.relay(event);
        var lease = rig.leaseOne();
        var first = rig.takeOne(lease);
        rig.record(rig.unanswered(first));

        rig.endpoint(merchant, MOBILEINVOICE, "https://shop.example/new?id={{id}}");
        rig.later(Duration.ofSeconds(5));
        var second = rig.takeOne(lease);

        assertThat(first.request().get().method()).isEqualTo(CallbackRequest.Method.GET);
        assertThat(first.body()).isEmpty();
        assertThat(first.destination().get().url()).isEqualTo("https://shop.example/old?id=" + event.subject());
        assertThat(second.destination().get().url()).isEqualTo("https://shop.example/new?id=" + event.subject());
        assertThat(second.id()).isEqualTo(first.id());
    }

    @OnBothDatabases
    void aCredentialThatCannotBeReadFailsItsOwnDeliveriesOnly(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        rig.jdbc.update("update endpoint set authorization_header = 'lost:AAAA'");
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(rig.takeOne(rig.leaseOne()).destination()).isEmpty();
    }
}
