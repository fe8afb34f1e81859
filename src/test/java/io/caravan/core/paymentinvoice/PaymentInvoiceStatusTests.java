package io.caravan.core.paymentinvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentInvoiceStatusTests {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Payment fresh = Payment.byRequisites(
            MerchantId.random(), Dialect.PAYMENTINVOICES, "RF18539007547034", euros(10), Instant.EPOCH);

    @Test
    void itFollowsFromThePaymentAndNeverJumps() {
        var waiting = status(fresh);
        var paid = fresh.received(euros(10));
        var partly = fresh.received(euros(4));
        var someBack = refunded(paid, 3);
        var allBack = refunded(someBack, 7);

        assertThat(PaymentInvoiceStatus.of(fresh, false)).isEqualTo(PaymentInvoiceStatus.CREATED);
        assertThat(PaymentInvoiceStatus.CREATED.canBecome(waiting)).isTrue();
        assertStep(waiting, status(paid), PaymentInvoiceStatus.PROCESSED);
        assertStep(waiting, status(partly), PaymentInvoiceStatus.PARTIALLY_PROCESSED);
        assertStep(waiting, status(fresh.received(euros(11))), PaymentInvoiceStatus.PROCESSED);
        assertStep(waiting, status(fresh.fail()), PaymentInvoiceStatus.PROCESS_FAILED);
        assertStep(waiting, status(fresh.end(PaymentStatus.EXPIRED)), PaymentInvoiceStatus.EXPIRED);
        assertStep(waiting, status(fresh.end(PaymentStatus.TERMINATED)), PaymentInvoiceStatus.TERMINATED);
        assertStep(status(paid), status(someBack), PaymentInvoiceStatus.PARTIALLY_REFUNDED);
        assertStep(status(someBack), status(allBack), PaymentInvoiceStatus.REFUNDED);
        assertStep(status(partly), status(refunded(partly, 4)), PaymentInvoiceStatus.REFUNDED);
    }

    private static void assertStep(
            PaymentInvoiceStatus before, PaymentInvoiceStatus after, PaymentInvoiceStatus expected) {
        assertThat(after).isEqualTo(expected);
        assertThat(before.canBecome(after)).isTrue();
    }

    private static PaymentInvoiceStatus status(Payment payment) {
        return PaymentInvoiceStatus.of(payment, true);
    }

    private static Payment refunded(Payment payment, long euros) {
        return payment.after(new Balance(payment, List.of()).request(OperationKind.REFUND, euros(euros)));
    }

    private static Money euros(long euros) {
        return new Money(euros * 100, EUR);
    }
}
