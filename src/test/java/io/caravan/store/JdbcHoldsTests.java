package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.event.EventId;
import io.caravan.core.health.Backlog;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
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

/** Holds, and what becomes of the notices of a held channel. */
class JdbcHoldsTests {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RESEND_AFTER = Duration.ofMinutes(10);
    private static final int ALL = 1_000_000;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private StoreFixture store;
    private Notices notices;
    private Holds holds;

    @OnBothDatabases
    void aHoldIsPlacedOnceAndReleasedOnce(StoreFixture database) {
        use(database);
        var first = new Hold(HoldKind.JOB, "expire", clock.instant(), "ops", "the books are being checked");

        assertThat(place(first)).isTrue();
        assertThat(place(new Hold(HoldKind.JOB, "expire", clock.instant(), "other", "me too")))
                .isFalse();

        assertThat(store.inTransaction(() -> holds.all())).containsExactly(first);
        assertThat(isHeld("expire")).isTrue();
        assertThat(isHeld("purge")).isFalse();
        assertThat(release(HoldKind.JOB, "expire")).isTrue();
        assertThat(release(HoldKind.JOB, "expire")).isFalse();
        assertThat(isHeld("expire")).isFalse();
    }

    @OnBothDatabases
    void aNoticeOfAHeldChannelStaysReadyAndThoseOfOthersGo(StoreFixture database) {
        use(database);
        var push = added(Channel.PUSH);
        var sms = added(Channel.SMS);
        hold(Channel.PUSH);

        assertThat(takenReady()).contains(sms.id()).doesNotContain(push.id());
        assertThat(claim(push)).isEmpty();

        release(Channel.PUSH);
        assertThat(takenReady()).contains(push.id());
        assertThat(claim(push)).isPresent();
    }

    @OnBothDatabases
    void aNoticeWhoseMessageComesWhileItsChannelIsHeldIsPutOnTheQueueAgainAtItsRelease(StoreFixture database) {
        use(database);
        var queued = queued();
        var parked = queued();
        var attempt = claim(parked).orElseThrow();
        store.inTransaction(() -> notices.parked(parked.id(), attempt.fence(), "down"));
        hold(Channel.PUSH);

        assertThat(claim(queued)).isEmpty();
        assertThat(claim(parked)).isEmpty();
        assertThat(takenReady()).isEmpty();

        release(Channel.PUSH);
        assertThat(takenReady()).containsExactlyInAnyOrder(queued.id(), parked.id());
        assertThat(claim(queued)).isPresent();
        assertThat(claim(parked)).isPresent();
    }

    @OnBothDatabases
    void aNoticeOnTheQueueOfAHeldChannelIsNotSentAgainAsLost(StoreFixture database) {
        use(database);
        var notice = queued();
        hold(Channel.PUSH);

        clock.advance(RESEND_AFTER.multipliedBy(3));
        revive();
        assertThat(state(notice)).isEqualTo("QUEUED");

        release(Channel.PUSH);
        revive();
        assertThat(takenReady()).contains(notice.id());
    }

    @OnBothDatabases
    void aNoticeThatWasQueuedWhileItsChannelWasHeldStaysReady(StoreFixture database) {
        use(database);
        var notice = added(Channel.PUSH);
        takenReady();
        hold(Channel.PUSH);
        claim(notice);

        store.inTransaction(() -> notices.queued(List.of(notice.id())));

        assertThat(state(notice)).isEqualTo("READY");
        release(Channel.PUSH);
        clock.advance(LEASE);
        assertThat(takenReady()).contains(notice.id());
    }

    @OnBothDatabases
    void aNoticeThatIsBeingSentWhenItsChannelIsHeldIsRecordedAsSent(StoreFixture database) {
        use(database);
        var notice = queued();
        var attempt = claim(notice).orElseThrow();
        hold(Channel.PUSH);

        store.inTransaction(() -> notices.sent(notice.id(), attempt.fence()));

        assertThat(state(notice)).isEqualTo("SENT");
    }

    @OnBothDatabases
    void whatIsHeldDoesNotCountAsStandingStill(StoreFixture database) {
        use(database);
        queued();
        added(Channel.PUSH);
        clock.advance(Duration.ofHours(1));
        assertThat(backlog().ready()).isEqualTo(Duration.ofHours(1));

        hold(Channel.PUSH);

        assertThat(backlog().ready()).isZero();
        assertThat(backlog().queued()).isZero();
        added(Channel.SMS);
        clock.advance(Duration.ofMinutes(2));
        assertThat(backlog().ready()).isEqualTo(Duration.ofMinutes(2));
    }

    private void use(StoreFixture database) {
        store = database;
        notices = new JdbcNotices(database.jdbc(), clock, RESEND_AFTER);
        holds = new JdbcHolds(database.jdbc());
        database.sql().update("delete from hold");
        database.sql().update("delete from notice");
    }

    private Notice added(Channel channel) {
        var notice = Notice.of(
                EventId.next(), UUID.randomUUID(), NoticeKind.INVOICE_CREATED, channel, new Phone("+4577007700"));
        store.inTransaction(() -> notices.add(List.of(notice)));
        return notice;
    }

    private Notice queued() {
        var notice = added(Channel.PUSH);
        takenReady();
        store.inTransaction(() -> notices.queued(List.of(notice.id())));
        return notice;
    }

    private List<NoticeId> takenReady() {
        return store.inTransaction(() -> notices.takeReady(ALL, LEASE)).stream()
                .map(Notices.Waiting::id)
                .toList();
    }

    private Optional<Notices.Attempt> claim(Notice notice) {
        return store.inTransaction(() -> notices.claim(notice.id(), LEASE));
    }

    private void revive() {
        store.inTransaction(() -> notices.revive(ALL));
    }

    private Backlog backlog() {
        return store.inTransaction(() -> new JdbcBacklog(store.jdbc(), clock, RESEND_AFTER).measure());
    }

    private String state(Notice notice) {
        return store.sql()
                .queryForObject(
                        "select state from notice where id = ?",
                        String.class,
                        notice.id().value());
    }

    private void hold(Channel channel) {
        place(new Hold(HoldKind.CHANNEL, channel.text(), clock.instant(), "ops", "the gateway is down"));
    }

    private void release(Channel channel) {
        release(HoldKind.CHANNEL, channel.text());
    }

    private boolean place(Hold hold) {
        return store.inTransaction(() -> holds.place(hold));
    }

    private boolean release(HoldKind kind, String name) {
        return store.inTransaction(() -> holds.release(kind, name));
    }

    private boolean isHeld(String job) {
        return store.inTransaction(() -> holds.isHeld(HoldKind.JOB, job));
    }
}
