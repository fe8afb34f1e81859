package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.camel.DueErasures;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.PayerRequest;
import io.caravan.core.privacy.PersonalData;
import io.caravan.store.JdbcActs;
import io.caravan.store.JdbcErasures;
import io.caravan.store.JdbcPersonalData;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.privacy.CountFailingErasures;
import io.caravan.usecase.privacy.ErasePayers;
import io.caravan.usecase.privacy.ListErasures;
import io.caravan.usecase.privacy.RequestErasure;
import io.caravan.usecase.privacy.TakeErasure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasures that fail, and that meet others at work. */
class ErasureFailureTests {

    private final MovableClock realTime = new MovableClock(Instant.now().plusSeconds(3600));
    private Optional<Phone> failsFor = Optional.empty();
    private PaymentWorld world;
    private JdbcErasures erasures;
    private JdbcPersonalData data;
    private DueErasures dueErasures;
    private RequestErasure requestErasure;

    private void prepare(StoreFixture store) {
        world = new PaymentWorld(store.database(), store.dataSource(), new MovableClock(Instant.now()));
        world.jdbc.update("delete from erasure");
        erasures = new JdbcErasures(store.jdbc());
        data = new JdbcPersonalData(store.jdbc());
        dueErasures = new DueErasures(
                world.transactions(new TakeErasure(erasures, realTime)),
                world.transactions(new ErasePayers(
                        erasures,
                        failing(data),
                        world.payers,
                        world.consents,
                        world.events,
                        world.businessTime,
                        realTime)));
        requestErasure = world.transactions(new RequestErasure(erasures, new JdbcActs(store.jdbc()), realTime));
    }

    @OnBothDatabases
    void aWishThatFailsWaitsLongerEachTimeAndHoldsUpNoOther(StoreFixture store) {
        prepare(store);
        var broken = world.aPayer();
        failsFor = Optional.of(broken.phone());
        ask(broken);
        var others = IntStream.range(0, 3).mapToObj(n -> world.aPayer()).toList();
        others.forEach(this::ask);

        for (int minute = 0; minute < 60; minute++) {
            work();
            realTime.advance(Duration.ofMinutes(1));
        }

        assertThat(listed()).filteredOn(erasure -> erasure.doneAt().isPresent()).hasSize(3);
        assertThat(listed()).filteredOn(Erasure::isFailing).hasSize(1).allMatch(erasure -> erasure.tries() < 8);
        assertThat(failing()).isEqualTo(1);
        failsFor = Optional.empty();
        ask(broken);
        work();
        assertThat(failing()).isZero();
    }

    @OnBothDatabases
    void aWishIsNotLostWhenTheOneBeforeItIsMetInTheSameMoment(StoreFixture store) {
        prepare(store);
        var payer = world.aPayer();
        ask(payer);
        var other = Erasure.of(payer.phone(), "another", realTime.instant());

        var meeting = before(store.dataSource(), "update erasure set asked_by", this::meetAll);
        new TransactionTemplate(new JdbcTransactionManager(meeting))
                .executeWithoutResult(status -> new JdbcErasures(new TransactionalJdbc(meeting)).ask(other));

        assertThat(listed()).extracting(erasure -> erasure.doneAt().isPresent()).containsExactlyInAnyOrder(true, false);
        assertThat(listed())
                .filteredOn(erasure -> erasure.id().equals(other.id()))
                .hasSize(1);
    }

    @OnBothDatabases
    void aPaymentOfWhichSomeIsBeingGivenBackIsNotErasedWithItsInvoice(StoreFixture store) throws Exception {
        prepare(store);
        var payer = world.aPayer();
        var invoice = paid(payer);
        told();
        var payment =
                world.jdbc.queryForObject("select id from payment where invoice_id = ?", UUID.class, invoice.value());
        var refund = new Adjustment(
                new PaymentId(payment), OperationKind.REFUND, new Money(100, Currency.getInstance("DKK")));

        try (var race = new Race()) {
            race.holdOpen(store, () -> world.requestOperation.request(refund));
            var erased = race.start(
                    () -> store.inTransaction(() -> data.eraseInvoices(List.of(invoice.value()), realTime.instant())));

            assertThat(erased.get(10, TimeUnit.MINUTES).kept()).isEqualTo(1);
        }

        assertThat(world.jdbc.queryForList(
                        "select id from payment where payer_id = ?",
                        UUID.class,
                        payer.id().value()))
                .containsExactly(payment);
        assertThat(world.invoice(invoice).draft().phone()).contains(payer.phone());
    }

    @OnBothDatabases
    void whetherAllIsToldIsAskedAlongAnIndexHoweverFarBehindTheRelayIs(StoreFixture store) {
        prepare(store);
        var invoice = paid(world.aPayer());
        told();
        world.jdbc.batchUpdate(
                "insert into outbox (shard, event_id, at) values (1, ?, current_timestamp)",
                IntStream.range(0, 5000)
                        .mapToObj(n -> new Object[] {UUID.randomUUID()})
                        .toList());
        world.jdbc.execute("analyze");

        var plan = String.join(
                "\n",
                world.jdbc.queryForList(
                        "explain select 1 from event e join outbox o on o.event_id = e.id where e.subject_id = '"
                                + invoice + "'",
                        String.class));

        assertThat(plan.toLowerCase(Locale.ROOT)).contains("outbox_event");
    }

    /** Fails for one phone. */
    private PersonalData failing(PersonalData all) {
        return proxy(PersonalData.class, all, arguments -> {
            if (failsFor.filter(arguments::contains).isPresent()) {
                throw new IllegalStateException("this payer cannot be erased");
            }
        });
    }

    /** A database on which this happens right before each statement that begins so. */
    private static DataSource before(DataSource all, String statement, Runnable happens) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (me, method, arguments) -> method.getName().equals("getConnection")
                        ? proxy(Connection.class, all.getConnection(), given -> {
                            if (given.stream()
                                    .anyMatch(one -> String.valueOf(one).startsWith(statement))) {
                                happens.run();
                            }
                        })
                        : method.invoke(all, arguments));
    }

    private static <T> T proxy(Class<T> type, T real, Consumer<List<Object>> first) {
        return type.cast(Proxy.newProxyInstance(
                ErasureFailureTests.class.getClassLoader(), new Class<?>[] {type}, (me, method, arguments) -> {
                    first.accept(arguments == null ? List.of() : Arrays.asList(arguments));
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** As another instance does it. */
    private void meetAll() {
        world.jdbc.update(
                "update erasure set phone = null, next_at = null, done_at = ? where done_at is null",
                Timestamp.from(realTime.instant()));
    }

    private InvoiceId paid(Payer payer) {
        var invoice = world.anInvoiceFor(payer);
        var charge = world.startPayment.start(now(payer, invoice));
        world.settleOperation.settle(charge, 0, Outcome.done("ch_" + charge));
        return invoice;
    }

    private void told() {
        world.jdbc.update("delete from outbox");
        world.jdbc.update("update notice set state = 'SENT'");
    }

    private void ask(Payer payer) {
        requestErasure.request(new PayerRequest(payer.phone(), "somebody"));
    }

    private void work() {
        int batches = 0;
        while (dueErasures.erase()) {
            assertThat(++batches).isLessThan(1000);
        }
    }

    private long failing() {
        return world.transactions(new CountFailingErasures(erasures)).count();
    }

    private List<Erasure> listed() {
        return world.transactions(new ListErasures(erasures)).list();
    }
}
