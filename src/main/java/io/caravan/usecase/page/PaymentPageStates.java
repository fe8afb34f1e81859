package io.caravan.usecase.page;

import io.caravan.core.page.PaymentPageState;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.prompt.PaymentPrompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a payment shows at a moment.
 *
 * @param attempts to reserve the money, the oldest first
 */
record PaymentPageStates(
        Payment payment, PaymentRequest request, List<Operation> attempts, Instant businessNow, Instant now) {

    /** As everybody sees it. A page of the acquirer that somebody has opened keeps nobody from paying otherwise. */
    PaymentPageState open() {
        return switch (payment.status()) {
            case AUTHORIZED -> PaymentPageState.AUTHORIZED;
            case ABORTED -> PaymentPageState.ABORTED;
            case TERMINATED -> PaymentPageState.TERMINATED;
            case EXPIRED, FAILED -> PaymentPageState.EXPIRED;
            case CREATED -> payable();
        };
    }

    private PaymentPageState payable() {
        if (attempts.stream().anyMatch(PaymentPageStates::isUnderWay)) {
            return PaymentPageState.IN_PROGRESS;
        }
        if (!businessNow.isBefore(request.expiresAt())) {
            return isAway() ? PaymentPageState.IN_PROGRESS : PaymentPageState.EXPIRED;
        }
        return refusal().isPresent() ? PaymentPageState.REFUSED : PaymentPageState.OPEN;
    }

    /** As somebody sees it who made this prompt. */
    PaymentPageState to(PaymentPrompt prompt) {
        var open = open();
        if (!open.isPayable() || attempts.size() > prompt.attempts()) {
            return open;
        }
        if (prompt.payer().isEmpty()) {
            return PaymentPageState.UNREACHABLE;
        }
        return prompt.left(now).isZero() ? PaymentPageState.TIMED_OUT : PaymentPageState.WAITING;
    }

    /** The last attempt, if the money was refused. Who has only left the acquirer's page was refused nothing. */
    Optional<Operation> refusal() {
        return attempts.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.state() == OperationState.REFUSED)
                .filter(last -> last.reason()
                        .filter(why -> why.equals(Outcome.ABANDONED) || why.equals(Outcome.EXPIRED))
                        .isEmpty());
    }

    /** Whether somebody is on the acquirer's page, as far as anybody knows. */
    boolean isAway() {
        return attempts.stream().anyMatch(PaymentPageStates::isPageThatWaits);
    }

    private static boolean isUnderWay(Operation attempt) {
        return attempt.state().isOpen() && !isPageThatWaits(attempt);
    }

    static boolean isPageThatWaits(Operation attempt) {
        return attempt.page().isPresent() && attempt.state() == OperationState.WAITING;
    }
}
