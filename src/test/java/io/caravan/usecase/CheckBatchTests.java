package io.caravan.usecase;

import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.aPhone;
import static io.caravan.support.Fixtures.anIssuer;
import static io.caravan.usecase.BatchWorld.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.invoice.Batch;
import io.caravan.core.invoice.Expired;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.store.JdbcPages;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestPages;
import io.caravan.usecase.page.FindPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

class CheckBatchTests {

    @OnBothDatabases
    void eachItemBecomesAnInvoiceOrIsInvalidWithItsFirstProblem(StoreFixture store) {
        var world = new BatchWorld(store);
        var foreign = store.stored(anIssuer(store.stored(aMerchant()).id()));
        var blocked = store.stored(new Payer(PayerId.random(), aPhone(), "Blocked", true, UUID.randomUUID()));
        var known = world.draft().build();
        world.createSingle(known);
        var ids = accepted(world.create(List.of(
                world.draft().build(),
                world.draft().from(foreign.id()).to(aPhone()).build(),
                world.draft().to(aPhone()).build(),
                world.draft().to(blocked.phone()).build(),
                known)));

        world.checkAll();

        assertThat(world.statuses(ids)).containsExactly("CREATED", "INVALID", "INVALID", "INVALID", "INVALID");
        assertThat(ids.stream().map(world::history).map(List::toString))
                .containsExactly(
                        "[0 INVOICE_CREATED{}]",
                        "[0 INVOICE_INVALID{PROBLEM=ISSUER_UNKNOWN}]",
                        "[0 INVOICE_INVALID{PROBLEM=PAYER_UNKNOWN}]",
                        "[0 INVOICE_INVALID{PROBLEM=PAYER_UNAVAILABLE}]",
                        "[0 INVOICE_INVALID{PROBLEM=INVOICE_EXISTS}]");
        assertThat(world.rows("batch")).isZero();
    }

    @OnBothDatabases
    void theFirstTenToAPayerAreCreated(StoreFixture store) {
        var world = new BatchWorld(store);
        var other = store.stored(aPayer());
        var drafts = IntStream.range(0, 24)
                .mapToObj(n -> (n % 2 == 0 ? world.draft() : world.draft().to(other.phone())).build())
                .toList();

        var ids = accepted(world.create(drafts));
        world.checkAll();

        assertThat(world.statuses(ids.subList(0, 20))).containsOnly("CREATED");
        assertThat(world.statuses(ids.subList(20, 24))).containsOnly("INVALID");
        assertThat(world.history(ids.get(20))).containsExactly("0 INVOICE_INVALID{PROBLEM=DAILY_LIMIT_REACHED}");
    }

    @OnBothDatabases
    void aLinkHasAPageOnceItWasCreatedAndItsEventNamesIt(StoreFixture store) {
        var world = new BatchWorld(store);
        var id = accepted(world.create(world.draft().asLink())).get(0);
        var find = new FindPage(world.invoices(), new JdbcPages(store.jdbc(), TestPages.TOKENS));
        assertThatThrownBy(() -> store.inTransaction(() -> find.find(id))).hasMessageContaining("not found");

        world.checkAll();

        assertThat(store.inTransaction(() -> find.find(id))).isEqualTo(TestPages.LINKS.first(id));
        assertThat(world.history(id)).containsExactly("0 INVOICE_CREATED{PAGE=" + id + ":1:test}");
        assertThat(world.rows("daily_count")).isZero();
    }

    @OnBothDatabases
    void anItemThatWasCanceledBeforeItsCheckIsLeftAlone(StoreFixture store) {
        var world = new BatchWorld(store);
        var ids = accepted(world.create(world.draft(), world.draft()));

        world.cancel(ids.get(0));
        world.checkAll();

        assertThat(world.statuses(ids)).containsExactly("CANCELED", "CREATED");
        assertThat(world.history(ids.get(0))).containsExactly("0 INVOICE_CANCELED{}");
    }

    @OnBothDatabases
    void itemsThatWaitDoNotExpireAndCreatedOnesDo(StoreFixture store) {
        var world = new BatchWorld(store);
        var ids = accepted(world.create(world.draft()));
        var inAYear = world.realTime.instant().plus(Duration.ofDays(365));

        var early = expire(world, inAYear);
        world.checkAll();
        var late = expire(world, inAYear);

        assertThat(early).doesNotContain(ids.get(0));
        assertThat(late).contains(ids.get(0));
    }

    @OnBothDatabases
    void whatOneWorkerHasTakenNoOtherTakesUntilItsLeaseLapses(StoreFixture store) {
        var world = new BatchWorld(store);
        var ids = accepted(world.create(world.drafts(450)));
        var dead = only(world.take());
        world.check(dead.chunks().get(0));

        assertThat(world.take()).isEmpty();
        world.realTime.advance(Duration.ofSeconds(31));
        var heir = only(world.take());

        assertThat(heir.checked()).isEqualTo(200);
        world.check(dead.chunks().get(1));
        assertThat(world.statuses(ids.subList(200, 450))).containsOnly("RECEIVED");
        heir.chunks().forEach(world::check);
        dead.chunks().forEach(world::check);
        assertThat(world.statuses(ids)).hasSize(450).containsOnly("CREATED");
        assertThat(world.rows("event")).isEqualTo(450);
        assertThat(world.rows("batch")).isZero();
    }

    @OnBothDatabases
    void aChunkOutOfTurnIsNotChecked(StoreFixture store) {
        var world = new BatchWorld(store);
        var ids = accepted(world.create(world.drafts(201)));
        var batch = only(world.take());

        world.check(batch.chunks().get(1));

        assertThat(world.statuses(ids)).containsOnly("RECEIVED");
    }

    @OnBothDatabases
    void aChunkThatFailsHasDoneNothing(StoreFixture store) {
        var world = new BatchWorld(store);
        var ids = accepted(world.create(world.draft().asLink(), world.draft().asLink()));
        store.sql()
                .update(
                        "insert into page (invoice_id, token_hash, version, key_id) values (?, ?, 1, 'x')",
                        ids.get(1).value(),
                        new byte[32]);
        var batch = only(world.take());

        assertThatThrownBy(() -> world.check(batch.chunks().get(0))).isInstanceOf(DataAccessException.class);
        assertThat(world.statuses(ids)).containsOnly("RECEIVED");

        store.sql().update("delete from page where key_id = 'x'");
        world.check(batch.chunks().get(0));
        assertThat(world.statuses(ids)).containsOnly("CREATED");
    }

    /** A loser is rolled back and tried again, as all use cases are. */
    @OnBothDatabases
    void ofEqualItemsInTwoBatchesAtTheSameTimeOneIsCreated(StoreFixture store) throws Exception {
        var world = new BatchWorld(store);
        var drafts = world.drafts(100);
        var first = accepted(world.create(drafts));
        var second = accepted(world.create(drafts.stream().sorted((a, b) -> -1).toList()));
        var batches = world.take();

        Race.of(batches.stream().map(batch -> checking(world, batch)).toList());

        var all = world.statuses(Stream.concat(first.stream(), second.stream()).toList());
        assertThat(all).hasSize(200).containsOnly("CREATED", "INVALID");
        assertThat(all.stream().filter("CREATED"::equals)).hasSize(100);
        assertThat(world.rows("batch")).isZero();
    }

    @OnBothDatabases
    void nothingOfAMerchantsBatchesIsLostWhenTheyAreTakenAtTheSameTime(StoreFixture store) throws Exception {
        var world = new BatchWorld(store);
        Callable<List<InvoiceId>> create = () -> accepted(world.create(world.drafts(300)));

        var ids = Race.of(List.of(create, create, create, create)).stream()
                .flatMap(List::stream)
                .toList();
        Race.of(world.take().stream().map(batch -> checking(world, batch)).toList());

        assertThat(world.statuses(ids)).hasSize(1200).containsOnly("CREATED");
        assertThat(world.rows("event")).isEqualTo(1200);
    }

    private static Callable<Boolean> checking(BatchWorld world, Batch batch) {
        return () -> {
            for (var chunk : batch.chunks()) {
                for (int tries = 0; tries < 5; tries++) {
                    try {
                        world.check(chunk);
                        break;
                    } catch (ConcurrencyFailureException | DuplicateKeyException lost) {
                        assertThat(tries).isLessThan(4);
                    }
                }
            }
            return true;
        };
    }

    private static List<InvoiceId> expire(BatchWorld world, Instant at) {
        return world.store.inTransaction(() -> world.invoices().expire(at, 1000)).stream()
                .map(Expired::id)
                .toList();
    }

    private static Batch only(List<Batch> batches) {
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }
}
