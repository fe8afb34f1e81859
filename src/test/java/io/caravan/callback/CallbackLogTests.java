package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What merchants see of their callbacks, and for how long, on both databases. */
class CallbackLogTests {

    private ReplayDesk desk;
    private CallbackRig rig;

    private void on(StoreFixture store) {
        desk = new ReplayDesk(store.dataSource());
        rig = desk.rig;
    }

    private static CallbackQuery all(MerchantId merchant) {
        return new CallbackQuery(
                merchant, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CallbackQuery in(MerchantId merchant, CallbackStatus status) {
        return new CallbackQuery(
                merchant, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CallbackQuery after(CallbackQuery query, Optional<CallbackPlace> place) {
        return new CallbackQuery(query.merchant(), query.status(), query.subject(), query.from(), query.to(), place);
    }

    private List<UUID> subjects(CallbackQuery query) {
        return desk.list(query).callbacks().stream()
                .map(callback -> UUID.fromString(callback.subject()))
                .toList();
    }

    private Event relayed(MerchantId merchant) {
        var event = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);
        return event;
    }

    @OnBothDatabases
    void pagesGoThroughAllFromTheNewestToTheOldestEachOnce(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        for (int i = 0; i < 3; i++) {
            rig.relay(IntStream.range(0, 75)
                    .mapToObj(n -> rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0))
                    .toArray(Event[]::new));
            rig.later(Duration.ofNanos(1000));
        }
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        relayed(merchant);

        var seen = new ArrayList<LoggedCallback>();
        var page = desk.list(all(merchant));
        seen.addAll(page.callbacks());
        while (page.last().isPresent()) {
            assertThat(page.callbacks()).hasSize(100);
            page = desk.list(after(all(merchant), page.last()));
            seen.addAll(page.callbacks());
        }

        assertThat(seen)
                .hasSize(226)
                .isSortedAccordingTo(
                        Comparator.comparing(LoggedCallback::createdAt).reversed());
        assertThat(new HashSet<>(seen)).hasSize(226);
        assertThat(seen.get(0).status()).isEqualTo(CallbackStatus.PENDING);
        assertThat(desk.list(in(merchant, CallbackStatus.HELD)).callbacks()).hasSize(100);
    }

    @OnBothDatabases
    void theListIsFilteredByStateSubjectAndTime(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        var held = relayed(merchant);
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        rig.later(Duration.ofMinutes(1));
        var middle = rig.business.instant();
        var delivered = relayed(merchant);
        desk.deliver(200);
        rig.later(Duration.ofMinutes(1));
        var dead = relayed(merchant);
        desk.giveUp();
        var pending = relayed(merchant);
        relayed(rig.merchant());

        assertThat(subjects(all(merchant)))
                .containsExactly(pending.subject(), dead.subject(), delivered.subject(), held.subject());
        assertThat(subjects(in(merchant, CallbackStatus.HELD))).containsExactly(held.subject());
        assertThat(subjects(in(merchant, CallbackStatus.DELIVERED))).containsExactly(delivered.subject());
        assertThat(subjects(in(merchant, CallbackStatus.DEAD))).containsExactly(dead.subject());
        assertThat(subjects(in(merchant, CallbackStatus.PENDING))).containsExactly(pending.subject());
        assertThat(subjects(ranged(merchant, Optional.of(middle), Optional.empty())))
                .containsExactly(pending.subject(), dead.subject(), delivered.subject());
        assertThat(subjects(ranged(merchant, Optional.empty(), Optional.of(middle))))
                .containsExactly(held.subject());
        assertThat(subjects(new CallbackQuery(
                        merchant,
                        Optional.of(CallbackStatus.DEAD),
                        Optional.of(dead.subject().toString()),
                        Optional.of(middle),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(dead.subject());
        assertThat(subjects(new CallbackQuery(
                        rig.merchantWithoutEndpoint(),
                        Optional.empty(),
                        Optional.of(dead.subject().toString()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .isEmpty();
    }

    private static CallbackQuery ranged(MerchantId merchant, Optional<Instant> from, Optional<Instant> to) {
        return new CallbackQuery(merchant, Optional.empty(), Optional.empty(), from, to, Optional.empty());
    }

    @OnBothDatabases
    void aCallbackTellsItsAttemptsAndWhenTheNextIs(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        var event = relayed(merchant);
        var waiting = desk.show(event).callback();
        var posting = rig.takeOne(rig.leaseOne());
        var onItsWay = desk.show(event).callback();
        rig.record(rig.unanswered(posting));

        var failed = desk.show(event);

        assertThat(waiting.nextAttemptAt()).contains(rig.business.instant());
        assertThat(onItsWay.nextAttemptAt()).isEmpty();
        assertThat(failed.callback().nextAttemptAt())
                .contains(rig.business.instant().plusSeconds(5));
        assertThat(failed.callback().endpoint()).contains("https://shop.example/");
        assertThat(failed.callback().delivery()).contains(posting.id());
        assertThat(failed.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEmpty();
            assertThat(attempt.error()).contains("The connection was refused");
            assertThat(attempt.duration()).isEqualTo(Duration.ofSeconds(3));
        });
    }

    @OnBothDatabases
    void whatMerchantsAnsweredIsForgottenAfterAWhileAndTheAttemptsStay(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        var old = relayed(merchant);
        desk.deliver(200);
        rig.later(Duration.ofDays(30));
        var young = relayed(merchant);
        desk.deliver(200);
        var before = rig.real.instant().minus(Duration.ofDays(1));

        assertThat(rig.inTransaction(() -> desk.log.forgetAnswers(before, 5000)))
                .isEqualTo(1);
        assertThat(rig.inTransaction(() -> desk.log.forgetAnswers(before, 5000)))
                .isZero();

        assertThat(desk.show(old).attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.answer()).isEmpty();
            assertThat(attempt.status()).contains(200);
        });
        assertThat(desk.show(young).attempts().get(0).answer()).contains("thanks");
    }

    @OnBothDatabases
    void oldCallbacksAreForgottenInBatchesButNoneThatIsOpen(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        relayed(merchant);
        rig.endpoint(merchant, EPAYMENT, "https://shop.example/");
        relayed(merchant);
        desk.test(merchant);
        desk.deliver(200);
        var pending = relayed(merchant);
        var retried = relayed(merchant);
        rig.record(rig.unanswered(rig.take(rig.leaseOne(), 1, false).postings().get(0)));
        rig.later(Duration.ofDays(90));
        var young = relayed(merchant);
        var before = rig.business.instant().minus(Duration.ofDays(1));

        assertThat(rig.inTransaction(() -> desk.log.forgetCallbacks(before, 2))).isEqualTo(2);
        assertThat(rig.inTransaction(() -> desk.log.forgetCallbacks(before, 2))).isEqualTo(1);
        assertThat(rig.inTransaction(() -> desk.log.forgetCallbacks(before, 2))).isZero();

        assertThat(subjects(all(merchant)))
                .containsExactlyInAnyOrder(pending.subject(), retried.subject(), young.subject());
        assertThat(rig.jdbc.queryForObject("select count(*) from delivery", Integer.class))
                .isEqualTo(1);
        assertThat(rig.attempts()).isEqualTo(1);
        assertThat(rig.jdbc.queryForObject("select count(*) from event where type = 'CALLBACK_TEST'", Integer.class))
                .isZero();
    }

    @OnBothDatabases
    void aGroupIsKeptUntilItsLastMemberIsForgotten(StoreFixture store) {
        on(store);
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEPAY, "https://shop.example/");
        var replayed = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        var other = rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0);
        rig.relay(replayed, other);
        rig.later(Duration.ofSeconds(5));
        desk.deliver(200);
        desk.replay(replayed);
        desk.deliver(200);
        rig.later(Duration.ofDays(90));

        assertThat(rig.inTransaction(() -> desk.log.forgetCallbacks(rig.business.instant(), 1)))
                .isEqualTo(1);
        assertThat(subjects(all(merchant))).hasSize(1);
        assertThat(rig.inTransaction(() -> desk.log.forgetCallbacks(rig.business.instant(), 5000)))
                .isEqualTo(1);

        assertThat(rig.jdbc.queryForObject("select count(*) from delivery", Integer.class))
                .isZero();
        assertThat(rig.attempts()).isZero();
        assertThatThrownBy(() -> desk.replay(merchant, io.caravan.core.callback.DeliveryId.next()))
                .isInstanceOf(Problem.class);
    }
}
