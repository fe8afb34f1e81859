package io.caravan.core.page;

import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import java.time.Instant;

/** What the page of a payment invoice shows. The first ones last until money comes, or the time is over. */
public enum HostedPageState {
    /** The payer is to choose a way to pay. */
    CHOOSING,
    /** The way to pay is chosen, and its provider has yet to say what the payer has to know, or where its page is. */
    PREPARING,
    /** The payer sees where to pay. */
    OPEN,
    /** The payer has confirmed, or reserved it on the provider's page: the money is on its way. */
    CONFIRMED,
    PAID,
    /** Less than was asked for has come. */
    PARTLY_PAID,
    /** The provider says that nothing will come. */
    FAILED,
    EXPIRED,
    /** Taken back. */
    WITHDRAWN,
    PARTLY_REFUNDED,
    REFUNDED;

    /** As it is at this business time, even if nobody has written down yet that its time is over. */
    public static HostedPageState of(PaymentInvoice invoice, Payment payment, Instant businessNow) {
        var status = PaymentInvoiceStatus.of(payment, invoice.requisites().isPresent());
        if (status.isOpen() && payment.status() == PaymentStatus.AUTHORIZED) {
            return CONFIRMED;
        }
        if (status.isOpen() && !invoice.expiresAt().isAfter(businessNow)) {
            return EXPIRED;
        }
        return switch (status) {
            case CREATED -> invoice.service().isPresent() ? PREPARING : CHOOSING;
            case PROCESS_PENDING -> invoice.confirmation().isPresent() ? CONFIRMED : OPEN;
            case PROCESSED -> PAID;
            case PARTIALLY_PROCESSED -> PARTLY_PAID;
            case PROCESS_FAILED -> FAILED;
            case EXPIRED -> EXPIRED;
            case TERMINATED -> WITHDRAWN;
            case PARTIALLY_REFUNDED -> PARTLY_REFUNDED;
            case REFUNDED -> REFUNDED;
        };
    }

    /** Whether money may still come. */
    public boolean isOpen() {
        return switch (this) {
            case CHOOSING, PREPARING, OPEN, CONFIRMED -> true;
            case PAID, PARTLY_PAID, FAILED, EXPIRED, WITHDRAWN, PARTLY_REFUNDED, REFUNDED -> false;
        };
    }

    /** Whether its payer has nothing more to do, and goes on to the merchant. */
    public boolean leadsOn() {
        return switch (this) {
            case PAID, PARTLY_PAID, FAILED, EXPIRED -> true;
            case CHOOSING, PREPARING, OPEN, CONFIRMED, WITHDRAWN, PARTLY_REFUNDED, REFUNDED -> false;
        };
    }

    /** Which of the merchant's addresses the payer goes to: {@code success}, {@code pending} or {@code fail}. */
    public String outcome() {
        return switch (this) {
            case PAID, PARTLY_REFUNDED, REFUNDED -> "success";
            case CHOOSING, PREPARING, OPEN, CONFIRMED, PARTLY_PAID -> "pending";
            case FAILED, EXPIRED, WITHDRAWN -> "fail";
        };
    }
}
