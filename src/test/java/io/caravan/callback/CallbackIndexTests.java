package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.store.Database;
import io.caravan.store.JdbcEndpointHealths;
import io.caravan.support.CountedReads;
import io.caravan.support.OwnDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What work on callbacks reads does not grow with what was delivered, even where PostgreSQL plans a statement for any
 * values: an index that knows only what is undelivered serves a statement that says so itself.
 */
@OwnDatabases
class CallbackIndexTests extends AtSalesUnit {

    /** From here on until there are a hundred times as many, a way down the tree of an index is as long. */
    private static final int FEW = 20_000;

    private static final int MANY = 80_000;

    private CountedReads reads;
    private StoreFixture store;
    private ReplayDesk desk;
    private CallbackRig rig;
    private MerchantId merchant;
    private SalesUnit unit;

    private void on(Database database) {
        reads = new CountedReads(database);
        store = reads.store();
        desk = new ReplayDesk(store.dataSource());
        rig = desk.rig;
        merchant = rig.merchant();
        unit = unit(store, merchant);
    }

    @AfterEach
    void close() {
        reads.close();
    }

    @ParameterizedTest
    @EnumSource
    void workReadsAsMuchAmongManyDeliveredAsAmongFew(Database database) {
        on(database);
        List<Runnable> works =
                List.of(this::deliver, this::giveUp, this::look, this::replay, this::list, this::removeRegistration);
        deliveredBefore(FEW);
        works.forEach(Runnable::run);
        var few = works.stream().map(reads::of).toList();
        deliveredBefore(MANY - FEW);
        works.forEach(Runnable::run);

        var many = works.stream().map(reads::of).toList();

        for (int i = 0; i < works.size(); i++) {
            assertThat(many.get(i)).as("work %d", i).isLessThan(few.get(i) * 3 / 2 + 50);
        }
    }

    private void deliver() {
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));
        desk.deliver(200);
    }

    private void giveUp() {
        rig.relay(rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0));
        desk.deliver(500);
        rig.later(Duration.ofDays(30));
        rig.giveUpOverdue();
    }

    private void look() {
        store.inTransaction(() -> {
            rig.waitingEvents.hasOthers(new EndpointId(UUID.randomUUID()), Set.of());
            rig.waitingEvents.stuck(Set.of(EPAYMENT), rig.business.instant(), rig.business.instant());
            rig.waitingEvents.backlog(Set.of(EPAYMENT), rig.business.instant());
            new JdbcEndpointHealths(store.jdbc()).of(merchant, 10);
        });
    }

    private void replay() {
        var event = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);
        desk.deliver(200);
        desk.replay(event);
        desk.test(merchant);
        desk.deliver(200);
    }

    private void list() {
        var event = rig.event(merchant, EPAYMENT, UUID.randomUUID(), 0);
        rig.relay(event);
        desk.deliver(200);
        var found = desk.list(new CallbackQuery(
                merchant,
                Optional.empty(),
                Optional.of(event.subject().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(found.callbacks()).hasSize(1);
    }

    private void removeRegistration() {
        var made = register(store, rig, unit, "https://shop.example/a", INVOICE_CREATED, INVOICE_PAID);
        var payment = UUID.randomUUID();
        rig.relay(event(rig, unit, payment, 0), event(rig, unit, payment, 1));
        postings(rig);
        remove(store, rig, unit, made.registration().id());
        rig.later(CallbackRig.LAPSE);
        purge(store, rig);
    }

    private void deliveredBefore(int count) {
        var sql = store.sql();
        var endpoint = sql.queryForObject(
                "select id from endpoint where merchant_id = ? and dialect = 'EPAYMENT' and place = ''",
                UUID.class,
                merchant.value());
        sql.execute("create table fresh as select gen_random_uuid() as id, gen_random_uuid() as subject"
                + " from generate_series(1, " + count + ")");
        sql.update(
                """
                insert into event (id, subject_id, number, type, merchant_id, dialect, at, details)
                select id, subject, 0, 'INVOICE_CREATED', ?, 'EPAYMENT', now(), '{}' from fresh
                """,
                merchant.value());
        sql.update(
                """
                insert into delivery (id, endpoint_id, state, body, attempts, fence, waiting_since, created_at)
                select replace(cast(id as varchar), '-', ''), ?, 'DELIVERED', '', 1, 1, now(), now() from fresh
                """,
                endpoint);
        sql.update(
                """
                insert into callback (id, endpoint_id, merchant_id, dialect, event_id, subject_id, number, state,
                    ready_at, delivery_id, waiting_since, created_at)
                select gen_random_uuid(), ?, ?, 'EPAYMENT', id, subject, 0, 'DELIVERED', now(),
                    replace(cast(id as varchar), '-', ''), now(), now()
                from fresh
                """,
                endpoint,
                merchant.value());
        sql.execute("drop table fresh");
        reads.tidy();
    }
}
