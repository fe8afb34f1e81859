package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.EventId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.Notices;
import io.caravan.core.payer.Phone;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class JdbcNoticesTests {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RESEND_AFTER = Duration.ofMinutes(10);
    private static final int ALL = 1_000_000;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private StoreFixture store;
    private Notices notices;

    @OnBothDatabases
    void theSameNoticeAgainMakesNoSecondOne(StoreFixture database) {
        use(database);
        var notice = added();

        store.inTransaction(() -> notices.add(List.of(notice)));

        assertThat(takenReady()).containsOnlyOnce(notice.id());
    }

    @OnBothDatabases
    void aReadyNoticeIsTakenByOneUntilItsLeaseLapses(StoreFixture database) {
        use(database);
        var notice = added();
        assertThat(takenReady()).contains(notice.id());

        assertThat(takenReady()).doesNotContain(notice.id());

        clock.advance(LEASE);
        assertThat(takenReady()).contains(notice.id());
    }

    @OnBothDatabases
    void aNoticeOnItsQueueIsNotReadyUntilItsMessageCountsAsLost(StoreFixture database) {
        use(database);
        var notice = queued();
        clock.advance(RESEND_AFTER.minusSeconds(1));
        revive();
        assertThat(takenReady()).doesNotContain(notice.id());

        clock.advance(Duration.ofSeconds(1));
        revive();

        assertThat(takenReady()).contains(notice.id());
    }

    @OnBothDatabases
    void aNoticeIsClaimedForOneAttemptAtATime(StoreFixture database) {
        use(database);
        var notice = queued();

        var first = claim(notice.id());
        var second = claim(notice.id());

        assertThat(first).map(Notices.Attempt::notice).contains(notice);
        assertThat(second).isEmpty();
    }

    @OnBothDatabases
    void aConsumerThatFoundTheNoticeBeforeItWasRecordedAsQueuedKeepsIt(StoreFixture database) {
        use(database);
        var notice = added();
        takenReady();
        var attempt = claim(notice.id()).orElseThrow();

        store.inTransaction(() -> notices.queued(List.of(notice.id())));
        store.inTransaction(() -> notices.sent(notice.id(), attempt.fence()));

        assertThat(state(notice.id())).isEqualTo("SENT");
    }

    @OnBothDatabases
    void aClaimThatIsRenewedIsNobodyElsesAndOneThatWasLostStaysLost(StoreFixture database) {
        use(database);
        var notice = queued();
        var mine = claim(notice.id()).orElseThrow();

        clock.advance(LEASE.minusSeconds(1));
        store.inTransaction(() -> notices.renew(notice.id(), mine.fence(), LEASE));
        clock.advance(LEASE.minusSeconds(1));
        revive();
        assertThat(claim(notice.id())).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        revive();
        store.inTransaction(() -> notices.renew(notice.id(), mine.fence(), LEASE));
        assertThat(claim(notice.id())).isPresent();
    }

    @OnBothDatabases
    void aNoticeWhoseConsumerVanishedIsRevivedAndTheOldConsumerChangesNothingAnyMore(StoreFixture database) {
        use(database);
        var notice = queued();
        var vanished = claim(notice.id()).orElseThrow();
        clock.advance(LEASE);
        revive();

        var next = claim(notice.id()).orElseThrow();
        store.inTransaction(() -> notices.parked(notice.id(), vanished.fence(), "too late"));

        assertThat(state(notice.id())).isEqualTo("SENDING");
        store.inTransaction(() -> notices.sent(notice.id(), next.fence()));
        assertThat(state(notice.id())).isEqualTo("SENT");
    }

    @OnBothDatabases
    void aSentNoticeIsNeverClaimedAgainAndAParkedOneMayBe(StoreFixture database) {
        use(database);
        var sent = queued();
        var parked = queued();
        store.inTransaction(
                () -> notices.sent(sent.id(), claim(sent.id()).orElseThrow().fence()));
        store.inTransaction(() ->
                notices.parked(parked.id(), claim(parked.id()).orElseThrow().fence(), "\0" + "x".repeat(3000)));
        clock.advance(RESEND_AFTER.multipliedBy(10));
        revive();

        assertThat(claim(sent.id())).isEmpty();
        assertThat(takenReady()).doesNotContain(sent.id(), parked.id());
        assertThat(claim(parked.id())).isPresent();
    }

    private void use(StoreFixture database) {
        store = database;
        notices = new JdbcNotices(database.jdbc(), clock, RESEND_AFTER);
    }

    private Notice added() {
        var notice = Notice.of(
                EventId.next(), UUID.randomUUID(), NoticeKind.INVOICE_CREATED, Channel.PUSH, new Phone("+4577007700"));
        store.inTransaction(() -> notices.add(List.of(notice)));
        return notice;
    }

    private Notice queued() {
        var notice = added();
        takenReady();
        store.inTransaction(() -> notices.queued(List.of(notice.id())));
        return notice;
    }

    private List<NoticeId> takenReady() {
        return store.inTransaction(() -> notices.takeReady(ALL, LEASE)).stream()
                .map(Notices.Waiting::id)
                .toList();
    }

    private Optional<Notices.Attempt> claim(NoticeId id) {
        return store.inTransaction(() -> notices.claim(id, LEASE));
    }

    private void revive() {
        store.inTransaction(() -> notices.revive(ALL));
    }

    private String state(NoticeId id) {
        return store.sql().queryForObject("select state from notice where id = ?", String.class, id.value());
    }
}
