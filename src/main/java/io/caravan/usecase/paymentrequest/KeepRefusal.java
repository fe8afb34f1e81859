package io.caravan.usecase.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.paymentrequest.Adjusting;

/** Keeps a refusal under the idempotency key of its request: mended under the same key, it is another request. */
public class KeepRefusal {

    private final KeptAnswers answers;

    public KeepRefusal(KeptAnswers answers) {
        this.answers = answers;
    }

    /** The answer to give: this one, or the one that the same request has had before. */
    public Answer keep(MerchantId merchant, RequestKey key, Answer refusal) {
        var earlier = answers.keep(merchant, key, refusal);
        if (earlier.filter(Adjusting::isPending).isPresent()) {
            answers.replace(merchant, key, refusal);
            return refusal;
        }
        return earlier.orElse(refusal);
    }
}
