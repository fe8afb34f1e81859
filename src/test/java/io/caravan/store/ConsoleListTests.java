package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.ops.DeadCallback;
import io.caravan.core.ops.DeadNotice;
import io.caravan.core.ops.Matter;
import io.caravan.core.ops.MatterQuery;
import io.caravan.core.ops.Position;
import io.caravan.core.paymentinvoice.HeardTransfer;
import io.caravan.core.paymentinvoice.TransferPlace;
import io.caravan.support.Fixtures;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lists of the console leave nothing out and show nothing twice, even if much has happened at one instant. */
class ConsoleListTests {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final int ALL = 25;
    private static final int PAGE = 4;

    @OnBothDatabases
    void deadCallbacksOfOneInstantAreEachOnOnePage(StoreFixture store) {
        var merchant = store.stored(Fixtures.aMerchant());
        IntStream.range(0, ALL).forEach(i -> {
            var event = UUID.randomUUID();
            var dialect = i % 2 == 0 ? "MOBILEPAY" : "PAYMENTINVOICES";
            store.sql()
                    .update(
                            """
                            insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
                            values (?, ?, 0, 'INVOICE_CREATED', ?, ?, ?, '{}')
                            """,
                            event,
                            UUID.randomUUID(),
                            merchant.id().value(),
                            dialect,
                            Columns.timestamp(AT));
            store.sql()
                    .update(
                            """
                            insert into callback (id, merchant_id, dialect, event_id, subject_id, number, state, reason,
                                waiting_since, created_at)
                            values (?, ?, ?, ?, ?, 0, 'DEAD', 'OVERDUE', ?, ?)
                            """,
                            UUID.randomUUID(),
                            merchant.id().value(),
                            dialect,
                            event,
                            UUID.randomUUID(),
                            Columns.timestamp(AT),
                            Columns.timestamp(AT));
        });
        var box = new JdbcDeadLetters(store.jdbc());

        var pages = pages(after -> store.inTransaction(() -> box.callbacks(after, PAGE)), DeadCallback::position);

        assertThat(pages).hasSize(ALL).doesNotHaveDuplicates();
    }

    @OnBothDatabases
    void parkedNoticesGoOnAfterTheFirstPage(StoreFixture store) {
        IntStream.range(0, ALL).forEach(i -> store.sql()
                .update(
                        """
                        insert into notice (id, event_id, subject_id, kind, channel, recipient, state, fence, due_at,
                            created_at, updated_at)
                        values (?, ?, ?, 'INVOICE_CREATED', ?, '+4571400614', 'PARKED', 0, ?, ?, ?)
                        """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        i % 2 == 0 ? "PUSH" : "SMS",
                        Columns.timestamp(AT),
                        Columns.timestamp(AT),
                        Columns.timestamp(AT)));
        var box = new JdbcDeadLetters(store.jdbc());

        var pages = pages(after -> store.inTransaction(() -> box.notices(after, PAGE)), DeadNotice::position);

        assertThat(pages).hasSize(ALL).doesNotHaveDuplicates();
    }

    @OnBothDatabases
    void mattersArePagedAndClosedOnce(StoreFixture store) {
        for (var table : List.of("payment_alarm", "payment_difference")) {
            IntStream.range(0, ALL).forEach(i -> store.sql()
                    .update(
                            "insert into " + table + " (id, kind, what, at"
                                    + (table.equals("payment_alarm") ? "" : ", subject")
                                    + ") values (?, 'DOUBT', 'x', ?"
                                    + (table.equals("payment_alarm") ? "" : ", 's'") + ")",
                            UUID.randomUUID(),
                            Columns.timestamp(AT)));
        }
        var matters = new JdbcMatters(store.jdbc());

        for (var kind : List.of(Matter.Kind.ALARM, Matter.Kind.DIFFERENCE)) {
            var open = pages(
                    after -> store.inTransaction(() -> matters.open(new MatterQuery(kind, after), PAGE)),
                    Matter::position);
            assertThat(open).as(kind.name()).hasSize(ALL).doesNotHaveDuplicates();
            var id = open.get(0).id();
            assertThat(store.inTransaction(() -> matters.close(kind, id, AT))).isTrue();
            assertThat(store.inTransaction(() -> matters.close(kind, id, AT))).isFalse();
        }
        assertThat(store.inTransaction(() -> matters.open(new MatterQuery(Matter.Kind.LATE_MONEY, Position.FIRST), 9)))
                .isEmpty();
    }

    @OnBothDatabases
    void transfersThatPayNothingGoOnAfterTheFirstPage(StoreFixture store) {
        store.sql().update("delete from incoming_transfer");
        IntStream.range(0, ALL).forEach(i -> transfer(store, i, "UNMATCHED"));
        transfer(store, ALL, "RETURNED");
        var transfers = new JdbcTransfers(store.jdbc());

        var pages = pages(
                TransferPlace.FIRST,
                after -> store.inTransaction(() -> transfers.unmatched(after, PAGE)),
                HeardTransfer::place);

        assertThat(pages).hasSize(ALL).doesNotHaveDuplicates();
    }

    /** Of two banks, which use the same ids, and some of them at another instant. */
    private static void transfer(StoreFixture store, int number, String state) {
        store.sql()
                .update(
                        """
                        insert into incoming_transfer (provider, id, reference, currency, amount, sender, state, why, at)
                        values (?, ?, 'x', 'EUR', 1, '', ?, 'x', ?)
                        """,
                        number % 2 == 0 ? "bank" : "other",
                        "trf_" + number / 2,
                        state,
                        Columns.timestamp(number % 5 == 0 ? AT.plusSeconds(1) : AT));
    }

    private static <T> List<Position> pages(Function<Position, List<T>> page, Function<T, Position> position) {
        return pages(Position.FIRST, page, position);
    }

    private static <T, P> List<P> pages(P first, Function<P, List<T>> page, Function<T, P> position) {
        var all = new ArrayList<P>();
        var after = first;
        for (var things = page.apply(after); !things.isEmpty(); things = page.apply(after)) {
            things.forEach(thing -> all.add(position.apply(thing)));
            after = all.get(all.size() - 1);
        }
        return all;
    }
}
