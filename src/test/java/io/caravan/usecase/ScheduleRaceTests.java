package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.OwnDatabases;
import io.caravan.support.Race;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs of business time against each other and against people, many times over: one wins, the other is told. */
@OwnDatabases
class ScheduleRaceTests {

    private static final int ROUNDS = 25;

    private PaymentWorld world;
    private Payer payer;
    private InvoiceId invoice;

    @ParameterizedTest
    @EnumSource
    void ofTwoTicksOneBeginsThePayment(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);

            var results = atOnce(
                    () -> world.payScheduled.begin().size(),
                    () -> world.payScheduled.begin().size());

            assertThat(results).containsExactlyInAnyOrder(1, 0);
            assertThat(payments()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScheduleThatFiresAndAMerchantWhoCancelsAgree(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);

            var results = atOnce(() -> world.payScheduled.begin().size(), this::cancel);

            if (status() == InvoiceStatus.CANCELED) {
                assertThat(results.get(0)).isEqualTo(0);
                assertThat(payments()).isZero();
            } else {
                assertThat(results).containsExactly(1, ProblemCode.PAYMENT_IN_PROGRESS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScheduleThatFiresAndAPayerWhoRejectsAgree(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);

            var results = atOnce(
                    () -> world.payScheduled.begin().size(),
                    () -> world.rejectInvoice.reject(new Rejection(payer.id(), invoice)));

            if (status() == InvoiceStatus.REJECTED) {
                assertThat(results.get(0)).isEqualTo(0);
                assertThat(payments()).isZero();
            } else {
                assertThat(results).containsExactly(1, ProblemCode.PAYMENT_IN_PROGRESS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScheduleThatFiresAndAPayerWhoPaysNowBeginOnePayment(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);

            var results = atOnce(
                    () -> world.payScheduled.begin().size(), () -> world.startPayment.start(now(payer, invoice)));

            assertThat(payments()).isEqualTo(1);
            if (results.get(1) instanceof OperationId charge) {
                assertThat(results.get(0)).isEqualTo(0);
                world.settleOperation.settle(charge, 0, Outcome.done("ch_1"));
                assertThat(world.payScheduled.begin()).isEmpty();
            } else {
                assertThat(results).containsExactly(1, ProblemCode.PAYMENT_IN_PROGRESS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScheduleThatFiresAndAPayerWhoChoosesAnotherDayAgree(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);

            var results = atOnce(() -> world.payScheduled.begin().size(), () -> world.scheduleInvoice
                    .schedule(on(TODAY.plusDays(9), payer, invoice))
                    .isPresent());

            assertThat(results).isIn(List.of(0, true), List.of(1, ProblemCode.PAYMENT_IN_PROGRESS));
            assertThat(payments()).isEqualTo(results.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceWhosePaymentBeginsDoesNotExpire(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);
            world.businessTime.advance(Duration.ofDays(90));

            var results = atOnce(() -> world.payScheduled.begin().size(), () -> world.expireInvoices.expire());

            assertThat(results).containsExactly(1, false);
            assertThat(status()).isEqualTo(InvoiceStatus.ACCEPTED);
            assertThat(world.invoice(invoice).claim()).isPresent();
        }
    }

    /** In the last moment of the last day, by two instances whose clocks differ a little. */
    @ParameterizedTest
    @EnumSource
    void ofAPayerWhoPaysAndAnInvoiceThatExpiresOneWins(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);
            world.jdbc.update("update schedule set due_at = null where invoice_id = ?", invoice.value());
            world.jdbc.update("update invoice set expires_at = created_at where id = ?", invoice.value());

            var results =
                    atOnce(() -> world.startPayment.start(now(payer, invoice)), () -> world.expireInvoices.expire());

            if (status() == InvoiceStatus.EXPIRED) {
                assertThat(results).containsExactly(ProblemCode.INVOICE_CLOSED, true);
                assertThat(payments()).isZero();
            } else {
                assertThat(results.get(1)).isEqualTo(false);
                assertThat(payments()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoTicksOneExpiresTheInvoice(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            prepareDue(database);
            world.jdbc.update("update schedule set due_at = null where invoice_id = ?", invoice.value());
            world.businessTime.advance(Duration.ofDays(90));

            var results = atOnce(() -> world.expireInvoices.expire(), () -> world.expireInvoices.expire());

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(world.historyOf(invoice.value()))
                    .containsExactly("INVOICE_CREATED", "INVOICE_ACCEPTED", "INVOICE_EXPIRED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoTicksOneReleasesANotice(Database database) throws Exception {
        prepareDue(database);
        for (int attempt = 0; attempt < 2; attempt++) {
            var charge = world.payScheduled.begin().get(0);
            world.settleOperation.settle(charge, 0, Outcome.refused("declined"));
            world.businessTime.advance(Duration.ofHours(5));
        }
        world.businessTime.advance(Duration.ofDays(1));

        var released = atOnce(
                () -> world.inTransaction(() -> world.notices.release(world.businessTime.instant(), 10)),
                () -> world.inTransaction(() -> world.notices.release(world.businessTime.instant(), 10)));

        assertThat(released).containsExactlyInAnyOrder(1, 0);
    }

    /** An invoice whose chosen day has come. */
    private void prepareDue(Database database) {
        world = PaymentWorld.beside(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
        world.scheduleInvoice.schedule(on(TODAY.plusDays(3), payer, invoice));
        world.businessTime.advance(Duration.ofDays(3));
    }

    private Object cancel() {
        var merchant =
                world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
        world.cancelInvoice.cancel(new OwnInvoice(merchant, invoice));
        return "canceled";
    }

    private InvoiceStatus status() {
        return world.invoice(invoice).status();
    }

    private int payments() {
        return world.jdbc.queryForObject(
                "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value());
    }

    /** What the two answered: a value, or the code of the problem they met. */
    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        return Race.of(List.of(told(one), told(other)));
    }

    private static Callable<Object> told(Callable<?> work) {
        return () -> {
            try {
                return work.call();
            } catch (Problem problem) {
                return problem.code();
            }
        };
    }
}
