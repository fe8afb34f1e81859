package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.Rejection;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.Acceptance;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StartPaymentTests {

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final Payer payer = world.aPayer();
    private final InvoiceId invoice = world.anInvoiceFor(payer);

    @Test
    void theInvoiceIsClaimedAndTheChargeWrittenDown() {
        var charge = world.startPayment.start(now(payer, invoice));

        var payment = world.paymentOf(charge);
        assertThat(world.invoice(invoice).claim()).contains(payment.id());
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
        assertThat(world.operation(charge).state()).isEqualTo(OperationState.REQUESTED);
        assertThat(world.historyOf(payment.id().value())).containsExactly("PAYMENT_CREATED");
        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED");
    }

    @Test
    void anotherPayerDoesNotLearnThatTheInvoiceExists() {
        var another = world.aPayer();

        assertThat(problem(() -> world.startPayment.start(now(another, invoice))))
                .isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(problem(() -> world.rejectInvoice.reject(new Rejection(another.id(), invoice))))
                .isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(problem(() -> world.startPayment.start(now(payer, InvoiceId.random()))))
                .isEqualTo(ProblemCode.INVOICE_UNKNOWN);
    }

    @Test
    void somebodyWhomTheWalletDoesNotKnowIsForbidden() {
        var nobody = new Acceptance(PayerId.random(), invoice, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> world.startPayment.start(nobody)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.rejectInvoice.reject(new Rejection(PayerId.random(), invoice)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aBlockedPayerNeitherPaysNorRejects() {
        var blocked = world.aPayer(true);
        var asked = world.anInvoiceFor(blocked);

        assertThat(problem(() -> world.startPayment.start(now(blocked, asked))))
                .isEqualTo(ProblemCode.PAYER_UNAVAILABLE);
        assertThat(problem(() -> world.rejectInvoice.reject(new Rejection(blocked.id(), asked))))
                .isEqualTo(ProblemCode.PAYER_UNAVAILABLE);
    }

    @Test
    void anybodyWithTheIdPaysALink() {
        var link = world.anInvoice(payer, TODAY, Delivery.LINK);

        world.startPayment.start(now(world.aPayer(), link));

        assertThat(world.invoice(link).claim()).isPresent();
    }

    @Test
    void onlyTheCardInTheWalletPays() {
        var own = new Acceptance(payer.id(), invoice, Optional.empty(), Optional.of(payer.card()));
        var foreign = new Acceptance(payer.id(), invoice, Optional.empty(), Optional.of(UUID.randomUUID()));

        assertThat(invalid(foreign)).isEqualTo("ConsumerCard");
        assertThat(world.startPayment.start(own)).isNotNull();
    }

    @Test
    void aDayThatIsNotTodayIsRefused() {
        assertThat(invalid(on(TODAY.minusDays(1)))).isEqualTo("PaymentDate");
        assertThat(invalid(on(TODAY.plusDays(1)))).isEqualTo("PaymentDate");
        assertThat(invalid(on(TODAY.plusDays(38)))).isEqualTo("PaymentDate");
        assertThat(world.invoice(invoice).claim()).isEmpty();
        assertThat(world.startPayment.start(on(TODAY))).isNotNull();
    }

    @Test
    void anInvoiceIsPaidUntilThirtyDaysAfterItsDueDateAndNotLater() {
        var lastDay = world.anInvoice(payer, TODAY.minusDays(30), Delivery.DIRECT);
        var dayAfter = world.anInvoice(payer, TODAY.minusDays(31), Delivery.DIRECT);

        assertThat(world.startPayment.start(now(payer, lastDay))).isNotNull();
        assertThat(problem(() -> world.startPayment.start(now(payer, dayAfter))))
                .isEqualTo(ProblemCode.INVOICE_CLOSED);
    }

    @Test
    void whileAPaymentIsOnItsWayNobodyPaysOrRejects() {
        var charge = world.startPayment.start(now(payer, invoice));
        world.sendOperation.send(charge);
        world.settleOperation.settle(charge, 1, Outcome.unknown("silence"));

        assertThat(problem(() -> world.startPayment.start(now(payer, invoice))))
                .isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(problem(() -> world.rejectInvoice.reject(new Rejection(payer.id(), invoice))))
                .isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
    }

    @Test
    void aRejectedInvoiceStaysRejected() {
        var rejected = world.rejectInvoice.reject(new Rejection(payer.id(), invoice));

        assertThat(rejected.status()).isEqualTo(InvoiceStatus.REJECTED);
        assertThat(world.invoice(invoice)).isEqualTo(rejected);
        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED", "INVOICE_REJECTED");
        assertThat(problem(() -> world.startPayment.start(now(payer, invoice)))).isEqualTo(ProblemCode.INVOICE_CLOSED);
        assertThat(problem(() -> world.rejectInvoice.reject(new Rejection(payer.id(), invoice))))
                .isEqualTo(ProblemCode.INVOICE_CLOSED);
    }

    private Acceptance on(LocalDate date) {
        return new Acceptance(payer.id(), invoice, Optional.of(date), Optional.empty());
    }

    private String invalid(Acceptance acceptance) {
        return catchThrowableOfType(InvalidInput.class, () -> world.startPayment.start(acceptance))
                .violations()
                .get(0)
                .field();
    }

    private static ProblemCode problem(ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }
}
