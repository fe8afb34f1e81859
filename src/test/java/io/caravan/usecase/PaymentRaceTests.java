package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.OwnDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two at once, many times over: one of them wins, the other is told why it did not. */
@OwnDatabases
class PaymentRaceTests extends TwoAtOnce {

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

    private int payments() {
        return world.jdbc.queryForObject(
                "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value());
    }
}
