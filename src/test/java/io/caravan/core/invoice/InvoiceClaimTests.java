package io.caravan.core.invoice;

import static io.caravan.core.invoice.PaidInvoices.aPayer;
import static io.caravan.core.invoice.PaidInvoices.anInvoice;
import static io.caravan.core.invoice.PaidInvoices.anInvoiceLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InvoiceClaimTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final PaymentId PAYMENT = PaymentId.random();

    @Test
    void aClaimedInvoiceIsNeitherClaimedNorCanceledNorRejectedNorPostponed() {
        var claimed = anInvoice().claim(PAYMENT);

        assertThat(problem(() -> claimed.claim(PaymentId.random()))).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(problem(claimed::cancel)).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(problem(claimed::reject)).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(problem(() -> claimed.accept(TODAY))).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
    }

    @Test
    void onlyThePaymentThatClaimedItPaysAnInvoice() {
        var claimed = anInvoice().claim(PAYMENT);

        var paid = claimed.pay(PAYMENT, TODAY);

        assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paid.claim()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> claimed.pay(PaymentId.random(), TODAY));
        assertThatIllegalStateException().isThrownBy(() -> anInvoice().pay(PAYMENT, TODAY));
    }

    @Test
    void aPaidInvoiceIsNotClaimedAgain() {
        var paid = anInvoice().claim(PAYMENT).pay(PAYMENT, TODAY);

        assertThat(problem(() -> paid.claim(PAYMENT))).isEqualTo(ProblemCode.INVOICE_ALREADY_PAID);
        assertThat(paid.canBePaidBy(PAYMENT)).isFalse();
    }

    @Test
    void aRefusedPaymentLeavesTheInvoiceAcceptedAndFree() {
        var refused = anInvoice().claim(PAYMENT).failToPay(PAYMENT, TODAY);

        assertThat(refused.status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(refused.paymentDate()).contains(TODAY);
        assertThat(refused.number()).isEqualTo(1);
        assertThat(refused.claim(PaymentId.random()).claim()).isPresent();
    }

    @Test
    void aLaterDayThatThePayerChoseOutlivesAnEarlierAttemptThatWasRefused() {
        var scheduled = anInvoice().accept(TODAY.plusDays(3));

        var refused = scheduled.claim(PAYMENT).failToPay(PAYMENT, TODAY);

        assertThat(refused).isEqualTo(scheduled);
    }

    @Test
    void anInvoiceIsForThePayerWhomItNamesAndALinkForAnybody() {
        var another = new Payer(PayerId.random(), new Phone("+4577007701"), "Another", false, UUID.randomUUID());

        assertThat(anInvoice().isFor(aPayer())).isTrue();
        assertThat(anInvoice().isFor(another)).isFalse();
        assertThat(anInvoiceLink().isFor(another)).isTrue();
    }

    private static ProblemCode problem(ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }
}
