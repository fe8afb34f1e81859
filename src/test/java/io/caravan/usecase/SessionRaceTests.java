package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.OwnDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A visit to the page of the acquirer and something else at once, many times over. */
@OwnDatabases
class SessionRaceTests extends TwoAtOnce {

    @ParameterizedTest
    @EnumSource
    void ofSeveralAuthorizationsOneIsCapturedAndTheOthersAreReleased(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(PaymentWorld.beside(database));
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
            var visits = new Visits(PaymentWorld.beside(database));
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
            var visits = new Visits(PaymentWorld.beside(database));
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
    void ofACaptureAndACancelThatAreTooMuchTogetherOneIsRefused(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var visits = new Visits(PaymentWorld.beside(database));
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
            var visits = new Visits(PaymentWorld.beside(database));
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
}
