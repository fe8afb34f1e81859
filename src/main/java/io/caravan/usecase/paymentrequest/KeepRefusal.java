package io.caravan.usecase.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Adjusting;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Keeps a refusal under the idempotency key of its request: mended under the same key, it is another request. */
public class KeepRefusal {

    private final Payments payments;
    private final KeptAnswers answers;

    public KeepRefusal(Payments payments, KeptAnswers answers) {
        this.payments = payments;
        this.answers = answers;
    }

    /**
     * The answer to give: this one, or the one that the same request has had before.
     *
     * @throws Problem KEY_IN_USE if the same request has begun meanwhile what this one was refused
     */
    public Answer keep(MerchantId merchant, RequestKey key, Answer refusal) {
        var earlier = answers.keep(merchant, key, refusal);
        if (earlier.filter(Adjusting::isPending).isEmpty()) {
            return earlier.orElse(refusal);
        }
        var begun = Adjusting.again(earlier.get()).operation().flatMap(payments::operation);
        if (begun.filter(operation -> operation.state() != OperationState.REFUSED)
                .isPresent()) {
            throw Problem.of(ProblemCode.KEY_IN_USE, "Idempotency-Key");
        }
        answers.replace(merchant, key, refusal);
        return refusal;
    }
}
