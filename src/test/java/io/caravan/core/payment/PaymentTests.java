package io.caravan.core.payment;

import static io.caravan.core.invoice.PaidInvoices.aPayer;
import static io.caravan.core.invoice.PaidInvoices.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.caravan.core.invoice.PaidInvoices;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");

    @Test
    void aPaymentIsForAllOfTheInvoiceByTheCardOfItsPayer() {
        var payment = aPayment();
        var charge = payment.charge();

        assertThat(payment.card()).contains(aPayer().card());
        assertThat(charge.amount()).isEqualTo(anInvoice().draft().total());
        assertThat(charge.state()).isEqualTo(OperationState.REQUESTED);
    }

    @Test
    void aChargedPaymentHasAuthorizedAndCapturedItsAmount() {
        var charged = aPayment().charged();

        assertThat(charged.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(charged.authorized()).isEqualTo(charged.amount());
        assertThat(charged.captured()).isEqualTo(charged.amount());
        assertThat(charged.number()).isEqualTo(1);
    }

    @Test
    void aPaymentIsChargedOnce() {
        assertThatIllegalStateException().isThrownBy(() -> aPayment().charged().charge());
        assertThatIllegalStateException().isThrownBy(() -> aPayment().charged().charged());
        assertThatIllegalStateException().isThrownBy(() -> aPayment().fail().charged());
    }

    @Test
    void aBankStatementSaysTheReferenceOfTheInvoice() {
        var invoice = PaidInvoices.withReference("ABC-123");

        assertThat(Payment.byStoredCard(invoice, aPayer(), NOW).text()).isEqualTo(new StatementText("ABC-123"));
    }

    private static Payment aPayment() {
        return Payment.byStoredCard(anInvoice(), aPayer(), NOW);
    }
}
