package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.Posting;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is promised of callbacks, on both databases. */
class DeliveringTests {

    private static final Duration LAPSE = Duration.ofSeconds(16);

    private CallbackRig rig(StoreFixture store) {
        return new CallbackRig(store.dataSource());
    }

    private static String body(Posting posting) {
        return new String(posting.body(), StandardCharsets.UTF_8);
    }

    @OnBothDatabases
    void anEventGoesToTheMerchantsEndpointOfItsDialect(StoreFixture store) {
        var rig = rig(store);
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
        var rig = rig(store);
        var event = rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0);
        var held = rig.event(rig.merchantWithoutEndpoint(), EPAYMENT, UUID.randomUUID(), 0);

        rig.relay(event, event, held);
        rig.relay(event, held);

        assertThat(rig.take(rig.leaseOne())).hasSize(1);
        assertThat(rig.stateOf(held)).isEqualTo("HELD");
    }

    @OnBothDatabases
    void anEventThatTheDialectDoesNotTellGoesNowhere(StoreFixture store) {
        var rig = rig(store);
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
        var rig = rig(store);
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
    void theNextEventOfASubjectWaitsUntilTheOneBeforeItIsDelivered(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0));
        rig.relay(rig.event(merchant, EPAYMENT, subject, 1), rig.event(merchant, EPAYMENT, subject, 2));
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();

        var first = rig.take(lease);
        var meanwhile = rig.take(lease);
        rig.record(rig.unanswered(first.get(0)));
        var afterFailure = rig.take(lease);
        rig.later(Duration.ofSeconds(5));
        rig.record(rig.answered(rig.takeOne(lease), 200));
        var second = rig.takeOne(lease);

        assertThat(first).hasSize(2);
        assertThat(meanwhile).isEmpty();
        assertThat(afterFailure).isEmpty();
        assertThat(body(second)).contains(subject + "#1");
    }

    @OnBothDatabases
    void theNextEventOfASubjectGoesWhenTheOneBeforeItIsDead(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));

        for (var wait : CallbackRig.WAITS) {
            attemptAndFail(rig);
            rig.later(wait);
        }
        var last = attemptAndFail(rig);

        assertThat(last.attempt()).isEqualTo(9);
        assertThat(rig.stateOf(last.id())).isEqualTo("DEAD");
        assertThat(rig.attempts()).isEqualTo(9);
        assertThat(body(rig.takeOne(rig.leaseOne()))).contains(subject + "#1");
    }

    private static Posting attemptAndFail(CallbackRig rig) {
        var lease = rig.leaseOne();
        var posting = rig.takeOne(lease);
        rig.record(rig.unanswered(posting));
        assertThat(rig.take(lease, 4, true).held()).isEqualTo(posting.attempt() == 9);
        rig.later(LAPSE);
        return posting;
    }

    @OnBothDatabases
    void anEventThatComesWhileTheOneBeforeItEndsIsNotForgotten(StoreFixture store) throws Exception {
        var rig = rig(store);
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        var other = Executors.newSingleThreadExecutor();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0));
        var lease = rig.leaseOne();

        for (int number = 1; number < 30; number++) {
            var event = rig.event(merchant, EPAYMENT, subject, number);
            var outcome = rig.answered(rig.takeOne(lease), 200);
            Future<?> relay = other.submit(() -> rig.relay(event));
            rig.record(outcome);
            relay.get();
        }

        assertThat(body(rig.takeOne(lease))).contains(subject + "#29");
        other.shutdown();
    }

    @OnBothDatabases
    void aDeadEndpointDelaysNoOther(StoreFixture store) {
        var rig = rig(store);
        var dead = rig.merchant();
        var alive = rig.merchant();
        for (int i = 0; i < 20; i++) {
            rig.relay(rig.event(dead, EPAYMENT, UUID.randomUUID(), 0));
        }
        var toDead = rig.leaseOne();
        var stuck = rig.take(toDead);

        rig.relay(rig.event(alive, EPAYMENT, UUID.randomUUID(), 0));
        var toAlive = rig.takeOne(rig.leaseOne());
        stuck.forEach(posting -> rig.record(rig.unanswered(posting)));
        rig.later(LAPSE);

        assertThat(stuck).hasSize(4);
        assertThat(toAlive.merchant()).isEqualTo(alive);
        assertThat(rig.lease(10, 0)).extracting(lease -> lease.failing()).containsExactly(false);
        assertThat(rig.lease(10, 10)).extracting(lease -> lease.failing()).containsExactly(true);
    }

    @OnBothDatabases
    void anEndpointThatIsLeasedIsLeasedToNobodyElseUntilTheLeaseLapses(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));

        var first = rig.leaseOne();
        var meanwhile = rig.lease();
        rig.real.advance(Duration.ofSeconds(10));
        boolean renewed = rig.renew(first);
        rig.real.advance(Duration.ofSeconds(10));
        var afterRenewal = rig.lease();
        rig.real.advance(LAPSE);
        var second = rig.leaseOne();

        assertThat(meanwhile).isEmpty();
        assertThat(renewed).isTrue();
        assertThat(afterRenewal).isEmpty();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(rig.renew(first)).isFalse();
        assertThat(rig.take(first, 4, true).held()).isFalse();
        assertThat(rig.take(second)).hasSize(1);
    }

    @OnBothDatabases
    void leasesAreInRealTimeWhateverBusinessTimeDoes(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();

        rig.business.advance(Duration.ofDays(31));

        assertThat(rig.lease()).isEmpty();
        assertThat(rig.take(lease)).hasSize(1);
    }

    @OnBothDatabases
    void whatALapsedLeaseLeftOnItsWayIsSentAgainWithTheSameIdAndBytes(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lost = rig.takeOne(rig.leaseOne());

        rig.later(LAPSE);
        var again = rig.takeOne(rig.leaseOne());

        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(again.body()).isEqualTo(lost.body());
        assertThat(again.attempt()).isEqualTo(1);
    }

    @OnBothDatabases
    void aStaleWorkerCannotCompleteADeliveryThatWasReclaimed(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var stale = rig.takeOne(rig.leaseOne());
        rig.later(LAPSE);
        var lease = rig.leaseOne();

        var beforeItIsTaken = rig.record(rig.answered(stale, 200));
        var current = rig.takeOne(lease);
        var afterItIsTaken = rig.record(rig.answered(stale, 200));

        assertThat(beforeItIsTaken.verdicts()).isEmpty();
        assertThat(afterItIsTaken.verdicts()).isEmpty();
        assertThat(rig.stateOf(current.id())).isEqualTo("SENDING");
        assertThat(rig.attempts()).isZero();
        assertThat(rig.record(rig.answered(current, 200)).verdicts()).hasSize(1);
    }

    @OnBothDatabases
    void aStaleOutcomeInABatchTakesNothingFromTheOthers(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var stale = rig.takeOne(rig.leaseOne());
        rig.later(LAPSE);
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var postings = rig.take(rig.leaseOne());

        var recorded = rig.record(
                rig.answered(stale, 500), rig.answered(postings.get(0), 200), rig.answered(postings.get(1), 200));

        assertThat(recorded.verdicts()).hasSize(2);
        assertThat(postings)
                .allSatisfy(posting -> assertThat(rig.stateOf(posting.id())).isEqualTo("DELIVERED"));
    }

    @OnBothDatabases
    void aLateOutcomeCountsWhileNobodyElseHasTheLease(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var posting = rig.takeOne(rig.leaseOne());

        rig.later(LAPSE);
        rig.record(rig.answered(posting, 204));

        assertThat(rig.stateOf(posting.id())).isEqualTo("DELIVERED");
    }

    @OnBothDatabases
    void anEndpointIsGivenBackUntilItsNextTimeAndDueAgainThen(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));

        boolean held = rig.take(lease, 4, true).held();
        var early = rig.lease();
        rig.business.advance(Duration.ofSeconds(5));
        var onTime = rig.takeOne(rig.leaseOne());

        assertThat(held).isFalse();
        assertThat(early).isEmpty();
        assertThat(onTime.attempt()).isEqualTo(2);
    }

    @OnBothDatabases
    void anEventForAnEndpointThatWaitsForARetryGoesAtOnce(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.record(rig.unanswered(rig.takeOne(lease)));
        rig.take(lease, 4, true);

        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(rig.takeOne(rig.leaseOne()).attempt()).isEqualTo(1);
    }

    @OnBothDatabases
    void anEventForAnEndpointInHandIsFound(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        rig.takeOne(lease);

        boolean before = rig.hasMore(lease);
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(before).isFalse();
        assertThat(rig.hasMore(lease)).isTrue();
    }

    @OnBothDatabases
    void waitingEventsOfAnEndpointGoInGroupsWithOneEventOfEachInvoice(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        var invoice = UUID.randomUUID();
        var all = new ArrayList<Event>();
        all.add(rig.event(merchant, MOBILEPAY, invoice, 0));
        all.add(rig.event(merchant, MOBILEPAY, invoice, 1));
        for (int i = 0; i < 3; i++) {
            all.add(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        }
        rig.relay(all.toArray(Event[]::new));

        var early = rig.lease();
        rig.later(Duration.ofSeconds(5));
        var groups = rig.take(rig.leaseOne());

        assertThat(early).isEmpty();
        assertThat(groups).extracting(group -> body(group).split(",").length).containsExactly(3, 1);
        assertThat(groups).noneMatch(group -> body(group).contains(invoice + "#1"));
    }

    @OnBothDatabases
    void aGroupKeepsItsMembersBytesAndIdInAllAttempts(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        rig.relay(
                rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0),
                rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();
        var first = rig.takeOne(lease);
        rig.record(rig.answered(first, 503));

        rig.relay(rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var both = rig.take(lease);

        assertThat(both).hasSize(2);
        assertThat(both.get(0).id()).isEqualTo(first.id());
        assertThat(both.get(0).body()).isEqualTo(first.body());
        assertThat(both.get(0).attempt()).isEqualTo(2);
    }

    @OnBothDatabases
    void theNextEventOfAnInvoiceWaitsForTheGroupThatHasTheOneBefore(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        var invoice = UUID.randomUUID();
        rig.relay(rig.event(merchant, MOBILEPAY, invoice, 0), rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var lease = rig.leaseOne();
        var group = rig.takeOne(lease);

        rig.relay(rig.event(merchant, MOBILEPAY, invoice, 1), rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(5));
        var overtaking = rig.takeOne(lease);
        rig.record(rig.answered(group, 200));
        rig.later(Duration.ofSeconds(5));
        var next = rig.takeOne(lease);

        assertThat(body(overtaking)).doesNotContain(invoice.toString());
        assertThat(body(next)).isEqualTo("[\"" + invoice + "#1\"]");
    }

    @OnBothDatabases
    void anEventThatCannotBePutIntoWordsHoldsUpNoOther(StoreFixture store) {
        var rig = rig(store);
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

        assertThat(taken.postings())
                .extracting(DeliveringTests::body)
                .containsExactly("[" + PlainForm.text(good) + "]");
        assertThat(taken.unspeakable()).hasSize(1);
        assertThat(rig.stateOf(broken)).isEqualTo("DEAD");
        assertThat(body(rig.takeOne(lease))).contains(broken.subject() + "#1");
    }

    @OnBothDatabases
    void whatWaitsGoesToTheNewUrlOnceTheEndpointIsChanged(StoreFixture store) {
        var rig = rig(store);
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
    void aCredentialThatCannotBeReadFailsItsOwnDeliveriesOnly(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        rig.jdbc.update("update endpoint set authorization_header = 'lost:AAAA'");
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));

        assertThat(rig.takeOne(rig.leaseOne()).destination()).isEmpty();
    }

    @OnBothDatabases
    void eachAttemptIsLogged(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        var first = rig.takeOne(lease);
        rig.record(rig.unanswered(first));
        rig.later(Duration.ofSeconds(5));

        rig.record(rig.answered(rig.takeOne(lease), 200));

        assertThat(rig.jdbc.queryForList(
                        "select number, status, error, answer, duration_ms from attempt order by number"))
                .extracting(row -> row.get("status"), row -> row.get("error"), row -> row.get("answer"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "The connection was refused", ""),
                        org.assertj.core.groups.Tuple.tuple(200, null, "thanks"));
    }

    @OnBothDatabases
    void theBacklogCountsWhatIsOpenAndItsAge(StoreFixture store) {
        var rig = rig(store);
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));
        rig.relay(rig.event(rig.merchantWithoutEndpoint(), EPAYMENT, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(7));

        var backlog = rig.inTransaction(
                () -> rig.waitingEvents.backlog(List.of(EPAYMENT, MOBILEPAY), rig.business.instant()));

        assertThat(backlog.get(EPAYMENT).callbacks()).isEqualTo(2);
        assertThat(backlog.get(EPAYMENT).oldest()).isEqualTo(Duration.ofSeconds(7));
        assertThat(backlog.get(MOBILEPAY).callbacks()).isZero();
    }

    @OnBothDatabases
    void anAnswerMayBeAsLongAndAsStrangeAsItLikes(StoreFixture store) {
        var rig = rig(store);
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var posting = rig.takeOne(rig.leaseOne());

        rig.record(new Attempt(
                posting,
                rig.real.instant(),
                Duration.ofSeconds(1),
                Optional.of(200),
                Optional.empty(),
                "\uFFFD\u20AC".repeat(Attempt.ANSWER_LIMIT / 2),
                Optional.empty()));

        assertThat(rig.attempts()).isEqualTo(1);
    }
}
