package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Outbox;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcNotices;
import io.caravan.store.JdbcOutbox;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.notice.RelayEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

class RelayEventsTests {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<Event> told = new ArrayList<>();
    private StoreFixture store;
    private Outbox outbox;
    private RelayEvents relay;

    @OnBothDatabases
    void eventsOfASubjectAreToldInTheOrderInWhichTheyHappened(StoreFixture database) {
        use(database);
        var subject = UUID.randomUUID();
        IntStream.range(0, 20).forEach(number -> happen(subject, number));

        relayAll();

        assertThat(told)
                .filteredOn(event -> event.subject().equals(subject))
                .extracting(Event::number)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    @OnBothDatabases
    void anEventIsToldOnce(StoreFixture database) {
        use(database);
        var subject = UUID.randomUUID();
        happen(subject, 0);

        relayAll();
        relayAll();

        assertThat(told).filteredOn(event -> event.subject().equals(subject)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @OnBothDatabases
    void aRelayThatFailsLeavesTheEventsWhereTheyAre(StoreFixture database) {
        use(database);
        happen(UUID.randomUUID(), 0);
        var broken = new RelayEvents(outbox, new JdbcNotices(store.jdbc(), clock, Duration.ZERO), events -> {
            throw new IllegalStateException("broken");
        });
        var shards = waiting();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.inTransaction(() -> broken.relay(shards)))
                .hasMessage("broken");

        relayAll();

        assertThat(told).hasSize(1);
    }

    @OnBothDatabases
    void oneRelayAtATimeWorksOnAShard(StoreFixture database) {
        use(database);
        happen(UUID.randomUUID(), 0);
        var shards = waiting();

        var other = store.inTransaction(() -> {
            outbox.take(shards, 10);
            return java.util.concurrent.CompletableFuture.supplyAsync(
                            () -> store.inTransaction(() -> outbox.take(shards, 10)))
                    .join();
        });

        assertThat(other).isEmpty();
        relayAll();
        assertThat(told).hasSize(1);
    }

    @OnBothDatabases
    void aRowThatIsCommittedAMomentAfterAHigherOneIsFoundAtOnce(StoreFixture database) {
        use(database);
        var subject = UUID.randomUUID();
        var ofTheSameShard = new UUID(subject.getLeastSignificantBits(), subject.getMostSignificantBits());
        happen(subject, 0);
        IntStream.range(0, 3).forEach(second -> {
            relayAll();
            clock.advance(Duration.ofSeconds(4));
            happen(subject, second + 1);
        });
        var late = event(ofTheSameShard, 0);
        record(late);
        happen(subject, 4);
        var row = uncommit(late);
        relayAll();

        commit(row);
        relayAll();

        assertThat(told).last().extracting(Event::id).isEqualTo(late.id());
    }

    @OnBothDatabases
    void aRowThatIsCommittedLateIsFoundWithinHalfAMinute(StoreFixture database) {
        use(database);
        var subject = UUID.randomUUID();
        happen(subject, 0);
        var shards = waiting();
        relayAll();
        var late = event(subject, 1);
        record(late);
        store.sql()
                .update(
                        "update outbox set id = -5 where event_id = ?",
                        late.id().value());
        store.inTransaction(() -> relay.relay(shards));

        clock.advance(Duration.ofSeconds(31));
        store.inTransaction(() -> relay.relay(shards));

        assertThat(told).extracting(Event::id).contains(late.id());
    }

    @OnBothDatabases
    void aRowThatIsCommittedLateIsToldBeforeWhatFollowsIt(StoreFixture database) {
        use(database);
        var subject = UUID.randomUUID();
        happen(subject, 0);
        relayAll();
        var late = event(subject, 1);
        record(late);
        store.sql()
                .update(
                        "update outbox set id = -5 where event_id = ?",
                        late.id().value());
        happen(subject, 2);

        relayAll();

        assertThat(told).extracting(Event::number).containsExactly(0, 1, 2);
        assertThat(waiting()).isEmpty();
    }

    private void use(StoreFixture database) {
        store = database;
        store.sql().update("delete from outbox");
        outbox = new JdbcOutbox(store.jdbc(), clock);
        relay = new RelayEvents(outbox, new JdbcNotices(store.jdbc(), clock, Duration.ZERO), told::addAll);
    }

    /** As if the transaction of the event went on: what it has in the outbox is not seen. */
    private Map<String, Object> uncommit(Event event) {
        var row = store.sql()
                .queryForMap(
                        "select shard, id, event_id, at from outbox where event_id = ?",
                        event.id().value());
        store.sql().update("delete from outbox where event_id = ?", event.id().value());
        return row;
    }

    private void commit(Map<String, Object> row) {
        store.sql()
                .update(
                        "insert into outbox (shard, event_id, at) values (?, ?, ?)",
                        row.get("shard"),
                        row.get("event_id"),
                        row.get("at"));
        store.sql().update("update outbox set id = ? where event_id = ?", row.get("id"), row.get("event_id"));
    }

    private void happen(UUID subject, int number) {
        record(event(subject, number));
    }

    private void record(Event event) {
        store.inTransaction(() -> new JdbcEvents(store.jdbc(), store.database(), () -> {}).record(event));
    }

    private Event event(UUID subject, int number) {
        return new Event(
                EventId.next(),
                subject,
                number,
                EventType.INVOICE_ACCEPTED,
                MerchantId.random(),
                Dialect.MOBILEPAY,
                clock.instant(),
                Map.of());
    }

    private void relayAll() {
        var shards = waiting();
        store.inTransaction(() -> relay.relay(shards));
    }

    private List<Integer> waiting() {
        return store.inTransaction(() -> outbox.waitingShards());
    }
}
