package io.caravan.usecase.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Events;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.Adjusting;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Answers a request to capture, refund or cancel after the provider was told, and keeps the answer. */
public class FinishAdjustment {

    private final PaymentRequests requests;
    private final Payments payments;
    private final Events events;
    private final KeptAnswers answers;

    public FinishAdjustment(PaymentRequests requests, Payments payments, Events events, KeptAnswers answers) {
        this.requests = requests;
        this.payments = payments;
        this.events = events;
        this.answers = answers;
    }

    /**
     * The answer, the same whenever the request comes again.
     *
     * @throws Problem that the provider refused; KEY_IN_USE while the same request that came before waits for the
     *     provider; OUTCOME_UNKNOWN if nobody knows what it did
     */
    public Answer finish(AdjustmentRequest wish, Adjusting begun) {
        return begun.answer()
                .orElseGet(() -> finish(
                        wish,
                        payments.operation(begun.operation().orElseThrow()).orElseThrow(),
                        begun.again()));
    }

    private Answer finish(AdjustmentRequest wish, Operation operation, boolean again) {
        return switch (operation.state()) {
            case DONE -> answer(wish, operation);
            case REFUSED -> throw Problem.of(refusal(operation.kind()), operation.payment());
            case REQUESTED, WAITING ->
                throw Problem.of(again ? ProblemCode.KEY_IN_USE : ProblemCode.OUTCOME_UNKNOWN, operation.payment());
            case SENT ->
                // a repeat that was faster is giving it to the provider
                throw Problem.of(
                        again || wish.key().isPresent() ? ProblemCode.KEY_IN_USE : ProblemCode.OUTCOME_UNKNOWN,
                        operation.payment());
            case UNKNOWN -> throw Problem.of(ProblemCode.OUTCOME_UNKNOWN, operation.payment());
        };
    }

    private Answer answer(AdjustmentRequest wish, Operation operation) {
        var payment = payments.find(operation.payment()).orElseThrow();
        var report = new PaymentReport(
                        requests.find(payment.id()).orElseThrow(),
                        payment,
                        events.of(payment.id().value()))
                .after(operation.id());
        var answer = wish.answer().apply(new Adjusted(report, operation.id().value()));
        wish.ownKey().ifPresent(key -> answers.replace(payment.merchant(), key, answer));
        return answer;
    }

    private static ProblemCode refusal(OperationKind kind) {
        return switch (kind) {
            case CAPTURE -> ProblemCode.CAPTURE_REFUSED;
            case REFUND -> ProblemCode.REFUND_REFUSED;
            case CANCEL -> ProblemCode.CANCEL_REFUSED;
            case AUTHORIZE, CHARGE -> throw new IllegalArgumentException(kind + " begins a payment");
        };
    }
}
