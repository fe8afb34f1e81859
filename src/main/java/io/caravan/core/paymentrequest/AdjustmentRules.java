package io.caravan.core.paymentrequest;

import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.Operation;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Instant;
import java.util.List;

/** When a payment's money can be captured, refunded or released, and why not otherwise. The payment is locked. */
public final class AdjustmentRules {

    private final AdjustmentWindows windows;

    public AdjustmentRules(AdjustmentWindows windows) {
        this.windows = windows;
    }

    /**
     * How much is to be moved.
     *
     * @param country the merchant's
     * @throws Problem why nothing can be moved
     */
    public Money check(
            AdjustmentRequest wish, PaymentReport report, List<Operation> operations, String country, Instant now) {
        var balance = new Balance(report.payment(), operations);
        return switch (wish.kind()) {
            case CAPTURE -> capture(amount(wish, report), report, balance, country, now);
            case REFUND -> refund(amount(wish, report), report, balance, now);
            case CANCEL -> cancel(wish, report, balance);
            case AUTHORIZE, CHARGE -> throw new IllegalArgumentException(wish.kind() + " begins a payment");
        };
    }

    private Money capture(Money amount, PaymentReport report, Balance balance, String country, Instant now) {
        var payment = report.payment();
        switch (payment.status()) {
            case CREATED -> throw problem(ProblemCode.CAPTURE_TOO_EARLY, report);
            case TERMINATED -> throw problem(ProblemCode.CAPTURE_AFTER_CANCEL, report);
            case ABORTED, EXPIRED, FAILED -> throw problem(ProblemCode.CAPTURE_NOT_POSSIBLE, report);
            case AUTHORIZED -> {}
        }
        if (payment.cancelled().isPositive()) {
            throw problem(ProblemCode.CAPTURE_AFTER_CANCEL, report);
        }
        if (payment.captured().equals(payment.authorized())) {
            throw problem(ProblemCode.CAPTURED_ALREADY, report);
        }
        if (report.last(EventType.PAYMENT_AUTHORIZED)
                .filter(approved -> windows.isTooLateToCapture(approved, country, now))
                .isPresent()) {
            throw problem(ProblemCode.CAPTURE_TOO_LATE, report);
        }
        return noMoreThan(balance.reserved(), amount, ProblemCode.CAPTURE_TOO_MUCH, report);
    }

    private Money refund(Money amount, PaymentReport report, Balance balance, Instant now) {
        var payment = report.payment();
        switch (payment.status()) {
            case CREATED -> throw problem(ProblemCode.REFUND_TOO_EARLY, report);
            case ABORTED, EXPIRED, TERMINATED, FAILED -> throw problem(ProblemCode.REFUND_NOT_POSSIBLE, report);
            case AUTHORIZED -> {}
        }
        if (payment.captured().isPositive() && payment.captured().equals(payment.refunded())) {
            throw problem(ProblemCode.REFUNDED_ALREADY, report);
        }
        if (report.last(EventType.PAYMENT_CAPTURED)
                .filter(captured -> windows.isTooLateToRefund(captured, now))
                .isPresent()) {
            throw problem(ProblemCode.REFUND_TOO_LATE, report);
        }
        return noMoreThan(balance.taken(), amount, ProblemCode.REFUND_TOO_MUCH, report);
    }

    private static Money cancel(AdjustmentRequest wish, PaymentReport report, Balance balance) {
        var payment = report.payment();
        switch (payment.status()) {
            case CREATED -> throw new IllegalArgumentException("nothing is reserved yet");
            case TERMINATED -> throw problem(ProblemCode.CANCEL_NOT_POSSIBLE, report);
            case ABORTED, EXPIRED, FAILED -> throw problem(ProblemCode.CANCEL_OF_NOTHING, report);
            case AUTHORIZED -> {}
        }
        if (wish.onlyUnapproved()) {
            throw problem(ProblemCode.CANCEL_AUTHORIZED, report);
        }
        // what a capture was refused for that was under way when the rest was released can still be released
        if (payment.cancelled().isPositive() && !balance.reserved().isPositive()) {
            throw problem(ProblemCode.CANCEL_NOT_POSSIBLE, report);
        }
        if (payment.captured().equals(payment.authorized())) {
            throw problem(ProblemCode.CANCEL_AFTER_CAPTURE, report);
        }
        if (!balance.reserved().isPositive()) {
            throw problem(ProblemCode.PAYMENT_IN_PROGRESS, report);
        }
        return balance.reserved();
    }

    private static Money amount(AdjustmentRequest wish, PaymentReport report) {
        var amount = wish.amount().orElseThrow();
        if (!amount.currency().equals(report.payment().amount().currency())) {
            throw problem(ProblemCode.CURRENCY_NOT_OFFERED, report);
        }
        if (!amount.isPositive()) {
            throw InvalidInput.of("modificationAmount.value", "must be greater than 0");
        }
        return amount;
    }

    private static Money noMoreThan(Money most, Money amount, ProblemCode otherwise, PaymentReport report) {
        if (amount.isMoreThan(most)) {
            throw problem(otherwise, report);
        }
        return amount;
    }

    private static Problem problem(ProblemCode code, PaymentReport report) {
        return Problem.of(code, report.payment().id());
    }
}
