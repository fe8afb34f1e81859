package io.caravan.core.paymentinvoice;

import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentMethod;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a payment invoice stands, as merchants are told. It follows from its payment; {@link #next()} is the only place that
 * knows what may follow what.
 */
public enum PaymentInvoiceStatus {
    /** The payer cannot pay yet: there are no requisites. */
    CREATED,
    /** The payer knows where to pay; what comes of it is open. */
    PROCESS_PENDING,
    /** All of it has come, or more. */
    PROCESSED,
    /** Less has come. */
    PARTIALLY_PROCESSED,
    /** The bank says that nothing will come. */
    PROCESS_FAILED,
    /** Nothing has come in time. */
    EXPIRED,
    /** Taken back. */
    TERMINATED,
    /** Some of what came has been given back. */
    PARTIALLY_REFUNDED,
    /** All of what came has been given back. */
    REFUNDED;

    /**
     * Where it stands whose payment is this.
     *
     * @param shown whether the payer knows where to pay. Who pays on the provider's page needs to know nothing
     */
    public static PaymentInvoiceStatus of(Payment payment, boolean shown) {
        return switch (payment.status()) {
            case CREATED -> shown || payment.method() == PaymentMethod.PROVIDER_PAGE ? PROCESS_PENDING : CREATED;
            case AUTHORIZED -> processed(payment);
            case EXPIRED -> EXPIRED;
            case FAILED -> PROCESS_FAILED;
            case ABORTED, TERMINATED -> TERMINATED;
        };
    }

    /** Money that is reserved has yet to be taken, unless it has been given free. */
    private static PaymentInvoiceStatus processed(Payment payment) {
        if (!payment.captured().isPositive()) {
            return payment.cancelled().isPositive() ? PROCESS_FAILED : PROCESS_PENDING;
        }
        if (payment.refunded().isPositive()) {
            return payment.refunded().equals(payment.captured()) ? REFUNDED : PARTIALLY_REFUNDED;
        }
        return payment.amount().isMoreThan(payment.captured()) ? PARTIALLY_PROCESSED : PROCESSED;
    }

    public Set<PaymentInvoiceStatus> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(PROCESS_PENDING, PROCESS_FAILED, EXPIRED, TERMINATED);
            case PROCESS_PENDING -> EnumSet.of(PROCESSED, PARTIALLY_PROCESSED, PROCESS_FAILED, EXPIRED, TERMINATED);
            case PROCESSED, PARTIALLY_PROCESSED -> EnumSet.of(PARTIALLY_REFUNDED, REFUNDED);
            case PARTIALLY_REFUNDED -> EnumSet.of(REFUNDED);
            case PROCESS_FAILED, EXPIRED, TERMINATED, REFUNDED -> EnumSet.noneOf(PaymentInvoiceStatus.class);
        };
    }

    public boolean canBecome(PaymentInvoiceStatus target) {
        return next().contains(target);
    }

    /** Whether the payer can still do something about it. */
    public boolean isOpen() {
        return switch (this) {
            case CREATED, PROCESS_PENDING -> true;
            case PROCESSED, PARTIALLY_PROCESSED, PROCESS_FAILED, EXPIRED, TERMINATED, PARTIALLY_REFUNDED, REFUNDED ->
                false;
        };
    }

    /** As merchants read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
