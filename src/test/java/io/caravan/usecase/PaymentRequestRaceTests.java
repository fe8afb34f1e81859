package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.SaleWorld;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sales units, payers and jobs that meet at one payment. */
class PaymentRequestRaceTests {

    private static final int ROUNDS = 10;

    @ParameterizedTest
    @EnumSource
    void sixteenWhoCaptureAtOnceGetNoMoreThanThereIs(Database database) throws Exception {
        var sale = new SaleWorld(database);
        var reference = sale.approved();

        var results = Race.of(IntStream.range(0, 16)
                .mapToObj(n -> trying(() -> sale.capture(reference, 3000, "key-" + n)))
                .toList());

        assertThat(results.stream().filter("done"::equals)).hasSize(12);
        assertThat(results.stream().filter(result -> !"done".equals(result)))
                .allMatch(code -> code == ProblemCode.CAPTURE_TOO_MUCH || code == ProblemCode.CAPTURED_ALREADY);
        var payment = sale.report(reference).payment();
        assertThat(payment.captured()).isEqualTo(payment.amount());
        sale.history(reference);
    }

    @ParameterizedTest
    @EnumSource
    void sixteenWithOneKeyCaptureOnce(Database database) throws Exception {
        var sale = new SaleWorld(database);
        var reference = sale.approved();

        var results = Race.of(IntStream.range(0, 16)
                .mapToObj(n -> trying(() -> sale.capture(reference, 3000, "key")))
                .toList());

        assertThat(results)
                .contains("done")
                .allMatch(result -> result.equals("done") || result == ProblemCode.KEY_IN_USE);
        assertThat(sale.report(reference).payment().captured().minor()).isEqualTo(3000);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoWhoUseOneReferenceOneCreatesThePayment(Database database) throws Exception {
        var sale = new SaleWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var reference = UUID.randomUUID().toString();

            var results = Race.of(List.of(
                    trying(() -> sale.create(sale.draft(reference), reference + "1")),
                    trying(() -> sale.create(sale.draft(reference), reference + "2"))));

            assertThat(results).containsExactlyInAnyOrder("done", ProblemCode.PAYMENT_EXISTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoApprovesAndASalesUnitThatCancelsAgree(Database database) throws Exception {
        var sale = new SaleWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var reference = sale.created();

            var results = Race.of(
                    List.of(trying(() -> sale.beginToApprove(reference)), trying(() -> sale.cancel(reference))));

            if (sale.report(reference).status() == PaymentStatus.TERMINATED) {
                assertThat(results).containsExactly(ProblemCode.PAYMENT_CLOSED, "done");
            } else {
                assertThat(results).containsExactly("done", ProblemCode.PAYMENT_IN_PROGRESS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoApprovesTwiceAtOnceApprovesOnce(Database database) throws Exception {
        var sale = new SaleWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var reference = sale.created();

            var results = Race.of(List.of(
                    trying(() -> sale.beginToApprove(reference)), trying(() -> sale.beginToApprove(reference))));

            assertThat(results).containsExactlyInAnyOrder("done", ProblemCode.PAYMENT_IN_PROGRESS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayerWhoRejectsAndAPaymentThatExpiresAgree(Database database) throws Exception {
        var sale = new SaleWorld(database);
        for (int round = 0; round < ROUNDS; round++) {
            var reference = sale.created();
            sale.world.businessTime.advance(Duration.ofMinutes(11));

            Race.of(List.of(
                    trying(() -> sale.rejectPayment.reject(sale.approval(reference))),
                    trying(() -> sale.expirePayments.expire())));

            assertThat(sale.history(reference)).hasSize(2);
            assertThat(sale.report(reference).status()).isIn(PaymentStatus.ABORTED, PaymentStatus.EXPIRED);
        }
    }

    private static Callable<Object> trying(Callable<?> work) {
        return () -> {
            try {
                work.call();
                return "done";
            } catch (Problem e) {
                return e.code();
            }
        };
    }
}
