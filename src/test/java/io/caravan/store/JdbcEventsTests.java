package io.caravan.store;

import static io.caravan.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;

class JdbcEventsTests {

    private final AtomicInteger rings = new AtomicInteger();

    @OnBothDatabases
    void theHistoryOfASubjectIsToldInOrder(StoreFixture store) {
        var events = new JdbcEvents(store.jdbc(), store.database(), rings::incrementAndGet);
        var subject = UUID.randomUUID();
        var second = event(subject, 1, EventType.INVOICE_PAID, Map.of(Event.Detail.PAYMENT_DATE, "2026-03-12"));
        var first = event(subject, 0, EventType.INVOICE_CREATED, Map.of());

        store.inTransaction(() -> {
            events.record(second);
            events.record(first);
            events.record(event(UUID.randomUUID(), 0, EventType.INVOICE_CREATED, Map.of()));
        });

        assertThat(store.inTransaction(() -> events.of(subject))).containsExactly(first, second);
    }

    @OnBothDatabases
    void aNumberIsGivenOnceToASubject(StoreFixture store) {
        var events = new JdbcEvents(store.jdbc(), store.database(), rings::incrementAndGet);
        var subject = UUID.randomUUID();
        store.inTransaction(() -> events.record(event(subject, 0, EventType.INVOICE_CREATED, Map.of())));

        assertThatThrownBy(() -> store.inTransaction(
                        () -> events.record(event(subject, 0, EventType.INVOICE_CANCELED, Map.of()))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @OnBothDatabases
    void anEventLiesInTheOutboxInTheShardOfItsSubject(StoreFixture store) {
        var events = new JdbcEvents(store.jdbc(), store.database(), rings::incrementAndGet);
        var event = event(UUID.fromString("efd08c19-24cf-4833-a4a4-bfa7bd58fbb2"), 7, EventType.INVOICE_PAID, Map.of());

        store.inTransaction(() -> events.record(event));

        var shard = store.sql()
                .queryForObject(
                        "select shard from outbox where event_id = ?",
                        Integer.class,
                        event.id().value());
        assertThat(shard).isEqualTo(15);
    }

    @OnBothDatabases
    void theBellRingsAfterTheCommit(StoreFixture store) {
        var events = new JdbcEvents(store.jdbc(), store.database(), rings::incrementAndGet);

        store.inTransaction(() -> {
            events.record(event(UUID.randomUUID(), 0, EventType.INVOICE_CREATED, Map.of()));
            assertThat(rings).hasValue(0);
        });

        assertThat(rings).hasValue(1);
    }

    @OnBothDatabases
    void theBellIsSilentWhenTheWorkIsRolledBack(StoreFixture store) {
        var events = new JdbcEvents(store.jdbc(), store.database(), rings::incrementAndGet);
        var subject = UUID.randomUUID();

        assertThatThrownBy(() -> store.inTransaction(() -> {
                    events.record(event(subject, 0, EventType.INVOICE_CREATED, Map.of()));
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");

        assertThat(rings).hasValue(0);
        assertThat(store.inTransaction(() -> events.of(subject))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 0",
        "00000000-0000-0000-0000-000000000007, 7",
        "f3dd9011-d930-4063-901d-2a47621e5b76, 3",
        "efd08c19-24cf-4833-a4a4-bfa7bd58fbb2, 15"
    })
    void aSubjectStaysInItsShardForEver(UUID subject, int shard) {
        assertThat(JdbcEvents.shard(subject)).isEqualTo(shard);
    }

    private static Event event(UUID subject, int number, EventType type, Map<Event.Detail, String> details) {
        return new Event(EventId.next(), subject, number, type, MerchantId.random(), Dialect.MOBILEPAY, NOW, details);
    }
}
