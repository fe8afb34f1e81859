package io.caravan.core.invoice;

import static io.caravan.core.invoice.InvoiceFixtures.DUE;
import static io.caravan.core.invoice.InvoiceFixtures.anInvoice;
import static io.caravan.core.invoice.InvoiceFixtures.anInvoiceLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvoiceTests {

    @Test
    void anAcceptedInvoiceCanStillBeCanceled() {
        var accepted = anInvoice().accept(DUE);

        var canceled = accepted.cancel();

        assertThat(canceled.status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThat(canceled.number()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "EXPIRED", "CANCELED", "INVALID"})
    void aClosedInvoiceCannotBeCanceled(InvoiceStatus status) {
        assertThat(refusal(in(status)::cancel)).isEqualTo(ProblemCode.INVOICE_CLOSED);
    }

    @Test
    void aPaidInvoiceCannotBeCanceled() {
        var paid = in(InvoiceStatus.PAID);

        var problem = catchThrowableOfType(Problem.class, paid::cancel);

        assertThat(problem.code()).isEqualTo(ProblemCode.INVOICE_ALREADY_PAID);
        assertThat(problem.subject()).isEqualTo(paid.id().toString());
    }

    @Test
    void anItemOfABatchCanBeCanceledBeforeItsCheck() {
        assertThat(in(InvoiceStatus.RECEIVED).cancel().status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @Test
    void theFirstEventOfAnItemIsItsCheckOrItsCancellation() {
        var item = Invoice.receive(
                InvoiceId.random(),
                anInvoice().merchant(),
                anInvoice().draft(),
                anInvoice().createdAt());

        assertThat(item.admit().number()).isZero();
        assertThat(item.admit().status()).isEqualTo(InvoiceStatus.CREATED);
        assertThat(item.invalidate().number()).isZero();
        assertThat(item.invalidate().status()).isEqualTo(InvoiceStatus.INVALID);
        assertThat(item.cancel().number()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "INVALID", "EXPIRED"})
    void aLinkThatNobodyWasToldOrThatIsOverLeadsNowhere(InvoiceStatus status) {
        assertThat(in(status, anInvoiceLink()).opensItsPage()).isFalse();
        assertThat(in(InvoiceStatus.PAID, anInvoiceLink()).opensItsPage()).isTrue();
    }

    @Test
    void whileAPaymentIsOnItsWayNothingElseHappens() {
        var claimed = anInvoice().claim(PaymentId.random());

        assertThat(refusal(claimed::cancel)).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(refusal(claimed::reject)).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(refusal(() -> claimed.claim(PaymentId.random()))).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(claimed.status()).isEqualTo(InvoiceStatus.CREATED);
    }

    @Test
    void aLinkCannotBeRejectedBeforeItIsAccepted() {
        assertThat(refusal(anInvoiceLink()::reject)).isEqualTo(ProblemCode.INVOICE_NOT_ACCEPTED);
        assertThat(anInvoiceLink().accept(DUE).reject().status()).isEqualTo(InvoiceStatus.REJECTED);
        assertThat(anInvoice().reject().status()).isEqualTo(InvoiceStatus.REJECTED);
    }

    @Test
    void anInvoiceCanBePaidUntilThirtyDaysAfterItsDueDate() {
        assertThat(anInvoice().lastDay()).isEqualTo(LocalDate.of(2018, 4, 11));
    }

    @Test
    void ofAnInvoiceThatNeverWasOnlyTheStatusIsTold() {
        assertThat(in(InvoiceStatus.INVALID).tellsOnlyItsStatus()).isTrue();
        assertThat(in(InvoiceStatus.RECEIVED).tellsOnlyItsStatus()).isFalse();
    }

    @Test
    void ofALinkThatNobodyTookUpOnlyTheStatusIsTold() {
        var link = anInvoiceLink();

        assertThat(in(InvoiceStatus.EXPIRED, link).tellsOnlyItsStatus()).isTrue();
        assertThat(in(InvoiceStatus.EXPIRED, link.accept(DUE)).tellsOnlyItsStatus())
                .isFalse();
        assertThat(in(InvoiceStatus.EXPIRED, anInvoice()).tellsOnlyItsStatus()).isFalse();
    }

    private static Invoice in(InvoiceStatus status) {
        return in(status, anInvoice());
    }

    private static Invoice in(InvoiceStatus status, Invoice invoice) {
        return new Invoice(
                invoice.id(),
                invoice.merchant(),
                invoice.draft(),
                status,
                invoice.number(),
                invoice.createdAt(),
                invoice.paymentDate(),
                Optional.empty());
    }

    private static ProblemCode refusal(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).code();
    }
}
