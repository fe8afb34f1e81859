package io.caravan.core.dialect;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Answers kept under the idempotency keys of the requests that they answered. */
public interface KeptAnswers {

    /**
     * Keeps the answer for this request, together with the work of the running transaction.
     *
     * @return the answer kept before, if there is one: then nothing else of the work may be done
     * @throws io.caravan.core.problem.Problem KEY_REUSED if the key stands for another request, KEY_IN_USE if the first
     *     request with this key has not ended within two seconds
     */
    Optional<Answer> keep(MerchantId merchant, RequestKey key, Answer answer);

    /** Whether an answer is kept for this very request. */
    boolean has(MerchantId merchant, RequestKey key);

    /** Keeps this answer in the place of the one that is kept for this request. */
    void replace(MerchantId merchant, RequestKey key, Answer answer);

    /** Forgets at most so many answers that were kept before this time, and tells how many. */
    int forgetBefore(Instant time, int limit);
}
