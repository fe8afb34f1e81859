package io.caravan.core.pretransaction;

import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import java.util.Optional;

/** Where a transaction stands, as partners are told. */
public enum TransactionStatus {
    REGISTERED("Registered"),
    ACCESSED("Accessed"),
    PENDING("Pending"),
    AUTHORIZED("Authorized"),
    CAPTURE_OK("CaptureOk"),
    FAILED("Failed"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired"),
    REFUNDED("Refunded");

    private final String text;

    TransactionStatus(String text) {
        this.text = text;
    }

    /** @param first the instruction with which the payment began */
    public static TransactionStatus of(Payment payment, Optional<Operation> first) {
        return switch (payment.status()) {
            case CREATED -> first.map(TransactionStatus::of).orElse(REGISTERED);
            case AUTHORIZED -> authorized(payment);
            case ABORTED, TERMINATED -> CANCELLED;
            case EXPIRED -> EXPIRED;
            case FAILED -> FAILED;
        };
    }

    private static TransactionStatus of(Operation first) {
        return switch (first.state()) {
            case REQUESTED, SENT, UNKNOWN -> REGISTERED;
            case WAITING, DONE -> PENDING;
            case REFUSED -> FAILED;
        };
    }

    private static TransactionStatus authorized(Payment payment) {
        if (payment.refunded().isPositive()) {
            return REFUNDED;
        }
        if (payment.captured().equals(payment.amount())) {
            return CAPTURE_OK;
        }
        return payment.cancelled().isPositive() ? CANCELLED : AUTHORIZED;
    }

    /** As written. */
    public String text() {
        return text;
    }

    /** A sentence for people. */
    public String description() {
        return switch (this) {
            case REGISTERED -> "The transaction is registered.";
            case ACCESSED -> "The page of the invoice has been opened.";
            case PENDING -> "The payment provider waits for the payer.";
            case AUTHORIZED -> "The money is reserved.";
            case CAPTURE_OK -> "The money has been taken.";
            case FAILED -> "The payment provider has refused.";
            case CANCELLED -> "The payment was broken off.";
            case EXPIRED -> "The payer has not paid in time.";
            case REFUNDED -> "The money has been given back.";
        };
    }

    /** Whether the money has been taken. */
    public boolean isSuccess() {
        return switch (this) {
            case CAPTURE_OK, REFUNDED -> true;
            case REGISTERED, ACCESSED, PENDING, AUTHORIZED, FAILED, CANCELLED, EXPIRED -> false;
        };
    }
}
