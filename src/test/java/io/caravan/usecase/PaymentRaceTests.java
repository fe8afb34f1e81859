package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two at once, many times over: one of them wins, the other is told why it did not. */
class PaymentRaceTests {

    private static final int ROUNDS = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private PaymentWorld world;
    private Payer payer;
    private InvoiceId invoice;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoPayOneClaimsTheInvoice(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);

            var results = atOnce(this::pay, this::pay);

            assertThat(results).containsOnlyOnce(ProblemCode.PAYMENT_IN_PROGRESS);
            assertThat(results).filteredOn(OperationId.class::isInstance).hasSize(1);
            assertThat(payments()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoPaysAndAMerchantWhoCancelsAgree(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);

            var results = atOnce(this::payToTheEnd, this::cancel);

            var status = world.invoice(invoice).status();
            if (status == InvoiceStatus.CANCELED) {
                assertThat(results.get(0)).isEqualTo(ProblemCode.INVOICE_CLOSED);
                assertThat(payments()).isZero();
            } else {
                assertThat(status).isEqualTo(InvoiceStatus.PAID);
                assertThat(results.get(1)).isIn(ProblemCode.PAYMENT_IN_PROGRESS, ProblemCode.INVOICE_ALREADY_PAID);
            }
            assertThat(world.sounded).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoPaysOnOnePhoneAndRejectsOnAnotherGetsOneOfBoth(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);

            var results =
                    atOnce(this::payToTheEnd, () -> world.rejectInvoice.reject(new Rejection(payer.id(), invoice)));

            var status = world.invoice(invoice).status();
            if (status == InvoiceStatus.REJECTED) {
                assertThat(results.get(0)).isEqualTo(ProblemCode.INVOICE_CLOSED);
                assertThat(payments()).isZero();
            } else {
                assertThat(status).isEqualTo(InvoiceStatus.PAID);
                assertThat(results.get(1)).isIn(ProblemCode.PAYMENT_IN_PROGRESS, ProblemCode.INVOICE_ALREADY_PAID);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWorkersOneSendsTheOperation(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);
            var charge = world.startPayment.start(now(payer, invoice));

            var results = atOnce(
                    () -> world.sendOperation.send(charge).isPresent(),
                    () -> world.sendOperation.send(charge).isPresent());

            assertThat(results).containsExactlyInAnyOrder(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoWhoBringTheSameOutcomePayOnce(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);
            var charge = world.startPayment.start(now(payer, invoice));
            world.sendOperation.send(charge);

            atOnce(() -> settle(charge, Outcome.done("ch_1")), () -> settle(charge, Outcome.done("ch_1")));

            assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
            assertThat(world.sounded).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoBringOppositeOutcomesOneIsBelievedAndTheOtherAlarms(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);
            var charge = world.startPayment.start(now(payer, invoice));
            world.sendOperation.send(charge);

            atOnce(() -> settle(charge, Outcome.done("ch_1")), () -> settle(charge, Outcome.refused("declined")));

            assertThat(world.alarmsOf(charge)).hasSize(1);
            assertThat(world.invoice(invoice).status()).isIn(InvoiceStatus.PAID, InvoiceStatus.ACCEPTED);
            assertThat(world.invoice(invoice).claim()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoInstancesOneChasesAnOperation(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);
            world.sendOperation.send(world.startPayment.start(now(payer, invoice)));
            world.realTime.advance(java.time.Duration.ofMinutes(1));

            var results = atOnce(
                    () -> world.chaseOperations.chase().size(),
                    () -> world.chaseOperations.chase().size());

            assertThat(results).containsExactlyInAnyOrder(1, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralAuthorizationsOneIsCapturedAndTheOthersAreReleased(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(database);
            var first = visits.open();
            var second = visits.open();

            atOnce(() -> authorize(visits, first), () -> authorize(visits, second));
            visits.followUp(false);

            assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.PAID);
            assertThat(visits.payment(first)
                            .captured()
                            .plus(visits.payment(second).captured()))
                    .isEqualTo(visits.payment(first).amount());
            assertThat(visits.payment(first)
                            .cancelled()
                            .plus(visits.payment(second).cancelled()))
                    .isEqualTo(visits.payment(first).amount());
            assertThat(visits.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAuthorizationAndAMerchantWhoCancelsAgree(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(database);
            var session = visits.open();
            world = visits.world;
            invoice = visits.invoice;

            var results = atOnce(() -> authorize(visits, session), this::cancel);
            visits.followUp(false);

            var payment = visits.payment(session);
            if (visits.world.invoice(visits.invoice).status() == InvoiceStatus.CANCELED) {
                assertThat(results.get(1)).isEqualTo("canceled");
                assertThat(payment.cancelled()).isEqualTo(payment.amount());
                assertThat(payment.captured().minor()).isZero();
            } else {
                assertThat(results.get(1)).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
                assertThat(payment.captured()).isEqualTo(payment.amount());
                assertThat(payment.cancelled().minor()).isZero();
            }
            assertThat(visits.world.sounded).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAuthorizationAndACardInTheWalletPayOnce(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(database);
            var session = visits.open();
            prepare(visits);

            var results = atOnce(() -> authorize(visits, session), this::payToTheEnd);
            visits.followUp(false);

            var payment = visits.payment(session);
            assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.PAID);
            assertThat(visits.invoiceHistory()).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
            if (results.get(1) instanceof OperationId) {
                assertThat(payment.cancelled()).isEqualTo(payment.amount());
            } else {
                assertThat(results.get(1)).isIn(ProblemCode.PAYMENT_IN_PROGRESS, ProblemCode.INVOICE_ALREADY_PAID);
                assertThat(payment.captured()).isEqualTo(payment.amount());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoRefundsThatAreTooMuchTogetherOneIsRefused(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepare(database);
            var paid = world.paymentOf(payToTheEnd());
            var most = new Adjustment(
                    paid.id(),
                    OperationKind.REFUND,
                    new Money(20000, paid.amount().currency()));

            var results =
                    atOnce(() -> world.requestOperation.request(most), () -> world.requestOperation.request(most));

            assertThat(results).containsOnlyOnce(ProblemCode.AMOUNT_NOT_AVAILABLE);
            assertThat(results).filteredOn(OperationId.class::isInstance).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofACaptureAndACancelThatAreTooMuchTogetherOneIsRefused(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(database);
            world = visits.world;
            var session = visits.open();
            world.jdbc.update(
                    """
                    update payment set invoice_id = null, msn = '123456', reference = ?, capture_at_once = false
                    where invoice_id = ?""",
                    visits.invoice.toString(),
                    visits.invoice.value());
            visits.authorize(session);
            var payment = visits.payment(session);
            var capture = new Adjustment(payment.id(), OperationKind.CAPTURE, payment.amount());
            var cancel = new Adjustment(
                    payment.id(),
                    OperationKind.CANCEL,
                    new Money(1, payment.amount().currency()));

            var results =
                    atOnce(() -> world.requestOperation.request(capture), () -> world.requestOperation.request(cancel));

            assertThat(results).containsOnlyOnce(ProblemCode.AMOUNT_NOT_AVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoInstancesOneSendsWhatFollows(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(database);
            visits.authorized();

            var results = atOnce(
                    () -> visits.world.takeUnsent.take().size(),
                    () -> visits.world.takeUnsent.take().size());

            assertThat(results).containsExactlyInAnyOrder(1, 0);
        }
    }

    private static Object authorize(Visits visits, OperationId session) {
        visits.authorize(session);
        return "authorized";
    }

    private void prepare(Visits visits) {
        world = visits.world;
        invoice = visits.invoice;
        var phone = visits.world.invoice(invoice).draft().phone().orElseThrow();
        payer = world.inTransaction(() -> world.payers.find(phone)).orElseThrow();
    }

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
    }

    private OperationId pay() {
        return world.startPayment.start(now(payer, invoice));
    }

    private OperationId payToTheEnd() {
        var charge = pay();
        world.sendOperation.send(charge);
        settle(charge, Outcome.done("ch_1"));
        return charge;
    }

    private Object settle(OperationId charge, Outcome outcome) {
        return world.settleOperation.settle(charge, 1, outcome);
    }

    private Object cancel() {
        var merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
        world.cancelInvoice.cancel(new OwnInvoice(merchant, invoice));
        return "canceled";
    }

    private int payments() {
        return world.jdbc.queryForObject(
                "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value());
    }

    /** What the two answered: a value, or the code of the problem they met. */
    private List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var first = threads.submit(() -> {
            barrier.await();
            return one.call();
        });
        var second = threads.submit(() -> {
            barrier.await();
            return other.call();
        });
        return List.of(result(first), result(second));
    }

    private static Object result(Future<?> future) throws Exception {
        try {
            return future.get(10, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem.code();
            }
            throw e;
        }
    }
}
