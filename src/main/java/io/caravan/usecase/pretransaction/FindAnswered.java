package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.MerchantId;

/** Finds out whether a request was answered before, under its idempotency key. */
public class FindAnswered {

    private final KeptAnswers answers;

    public FindAnswered(KeptAnswers answers) {
        this.answers = answers;
    }

    public boolean find(MerchantId merchant, RequestKey key) {
        return answers.has(merchant, key);
    }
}
