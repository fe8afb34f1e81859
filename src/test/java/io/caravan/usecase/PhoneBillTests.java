package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.PaymentWorld;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Invoices on phone bills: who may begin, what holds the invoice, and what follows. */
class PhoneBillTests extends OnPhoneBills {

    @ParameterizedTest
    @EnumSource
    void theInvoiceIsClaimedWhileTheOwnerOfThePhoneIsAskedAndPaidWhenItIsOnTheBill(Database database) {
        use(database);
        var charge = begin();
        assertThat(world.invoice(invoice).claim()).isPresent();
        assertThat(world.findBilling.find(invoice)).contains(charge);
        assertThat(stage(charge)).isEqualTo(BillingStage.BEGUN);

        settle(charge, Outcome.waiting("crr_1", Optional.empty()));
        assertThat(world.showBilling.show(charge).orElseThrow().wantsPin()).isTrue();
        settle(charge, Outcome.done("crr_1"));

        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(stage(charge)).isEqualTo(BillingStage.TAKEN);
        assertThat(world.historyOf(world.paymentOf(charge).id().value()))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED");
    }

    @ParameterizedTest
    @CsvSource({
        "H2, Rejected, ABORTED, PAYMENT_ABORTED",
        "H2, Expired, EXPIRED, PAYMENT_EXPIRED",
        "H2, InsufficientFunds, FAILED, PAYMENT_FAILED",
        "POSTGRESQL, Rejected, ABORTED, PAYMENT_ABORTED"
    })
    void aRefusalEndsThePaymentAndNothingElse(Database database, String code, PaymentStatus end, String event) {
        use(database);
        var charge = begin();

        settle(charge, Outcome.refused(code));

        assertThat(world.paymentOf(charge).status()).isEqualTo(end);
        assertThat(world.historyOf(world.paymentOf(charge).id().value())).containsExactly("PAYMENT_CREATED", event);
        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED");
        assertThat(world.invoice(invoice).isFree()).isTrue();
        assertThat(world.showBilling.show(charge).orElseThrow().isWorthAnotherTry())
                .isEqualTo(code.equals("Expired"));
        assertThat(begin()).isNotEqualTo(charge);
    }

    @ParameterizedTest
    @EnumSource
    void whileNobodyKnowsTheInvoiceIsHeld(Database database) {
        use(database);
        var charge = begin();

        settle(charge, Outcome.unknown("no answer"));

        assertThat(world.operation(charge).state()).isEqualTo(OperationState.UNKNOWN);
        assertRefused(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThatThrownBy(() -> world.startPayment.start(PaymentWorld.now(payer, invoice)))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource
    void ofAllWaysToPayThatAreChosenAtOnceOnePays(Database database) throws Exception {
        for (int round = 0; round < 10; round++) {
            use(database);
            Callable<Object> card = () -> outcomeOf(() -> world.startPayment.start(PaymentWorld.now(payer, invoice)));
            Callable<Object> bill = () -> outcomeOf(this::begin);

            Race.of(List.of(card, bill, bill));

            assertThat(world.jdbc.queryForObject(
                            "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAuthorizationThatComesWhileThePhoneIsAskedIsReleased(Database database) {
        use(database);
        var session = world.startSession.start(new io.caravan.core.payment.SessionRequest(
                invoice, Optional.empty(), URI.create("https://shop.example/back")));
        var charge = begin();

        settle(session, Outcome.done("ses_1"));
        settle(charge, Outcome.done("crr_1"));

        assertThat(world.paymentOf(session).captured().minor()).isZero();
        assertThat(world.inTransaction(
                        () -> world.payments.operations(world.paymentOf(session).id())))
                .extracting(operation -> operation.kind())
                .containsExactlyInAnyOrder(OperationKind.AUTHORIZE, OperationKind.CANCEL);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void moneyForAnInvoiceThatIsClosedGoesBackToTheBill(Database database) {
        use(database);
        var charge = begin();
        world.jdbc.update("update invoice set status = 'CANCELED', claim = null where id = ?", invoice.value());

        settle(charge, Outcome.done("crr_1"));

        var refund = refundOf(charge);
        assertThat(world.takeUnsent.take()).containsExactly(refund);
        assertThat(world.sendOperation.send(refund).orElseThrow().money()).contains("crr_1");
        settle(refund, Outcome.done("rev_1"));
        assertThat(world.paymentOf(charge).refunded().minor()).isEqualTo(36000);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @ParameterizedTest
    @EnumSource
    void noMoreIsRefundedThanIsOnTheBill(Database database) {
        use(database);
        var charge = begin();
        settle(charge, Outcome.done("crr_1"));
        var payment = world.paymentOf(charge);
        var amount = payment.amount();

        world.requestOperation.request(new Adjustment(payment.id(), OperationKind.REFUND, amount));

        assertThatThrownBy(() ->
                        world.requestOperation.request(new Adjustment(payment.id(), OperationKind.REFUND, amount)))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource
    void whileTheCarrierIsHeldNothingIsGivenToItAndTheAcquirerGoesOn(Database database) {
        use(database);
        world.inTransaction(() -> world.holds.place(
                new Hold(HoldKind.CHANNEL, "carrier", world.realTime.instant(), "ops", "they asked for it")));
        var charge = begin();
        var card = world.startPayment.start(PaymentWorld.now(payer, world.anInvoiceFor(payer)));

        assertThat(world.sendOperation.send(charge)).isEmpty();
        assertThat(world.sendOperation.send(card)).isPresent();
        world.realTime.advance(Duration.ofHours(1));
        assertThat(world.takeUnsent.take()).isEmpty();
        world.jdbc.update("update operation set state = 'WAITING' where id = ?", charge.value());
        assertThatThrownBy(() -> world.preparePin.prepare(new PinEntry(charge, "1234")))
                .isInstanceOf(Busy.class);

        release();
        assertThat(world.preparePin.prepare(new PinEntry(charge, "1234"))).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBePaidIsNotBegun(Database database) {
        use(database);
        world.jdbc.update("update invoice set currency = 'USD' where id = ?", invoice.value());
        assertThatThrownBy(this::begin).isInstanceOf(InvalidInput.class);
        world.jdbc.update("update invoice set status = 'RECEIVED' where id = ?", invoice.value());
        assertRefused(ProblemCode.INVOICE_UNKNOWN);
        world.jdbc.update("update invoice set status = 'CANCELED' where id = ?", invoice.value());
        assertRefused(ProblemCode.INVOICE_CLOSED);
        world.jdbc.update("update invoice set status = 'PAID' where id = ?", invoice.value());
        assertRefused(ProblemCode.INVOICE_ALREADY_PAID);
    }

    @AfterEach
    void release() {
        world.inTransaction(() -> world.holds.release(HoldKind.CHANNEL, "carrier"));
    }

    private OperationId refundOf(OperationId charge) {
        return world
                .inTransaction(
                        () -> world.payments.operations(world.operation(charge).payment()))
                .stream()
                .filter(operation -> operation.kind() == OperationKind.REFUND)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
