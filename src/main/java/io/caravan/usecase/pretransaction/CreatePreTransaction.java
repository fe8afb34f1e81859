package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.pretransaction.PreTransactionRequest;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;

/** Takes an invoice from a partner of the Mobile Invoice API: stored, with a page of its own. */
public class CreatePreTransaction {

    private final NewPreTransactions created;
    private final KeptAnswers answers;

    public CreatePreTransaction(NewPreTransactions created, KeptAnswers answers) {
        this.created = created;
        this.answers = answers;
    }

    /**
     * Creates it, or repeats the answer kept under the request's idempotency key.
     *
     * @throws InvalidInput if it would be over before it has begun, or too late
     * @throws Problem INVOICE_EXISTS if its reference has been used, or what is wrong with the partner's issuer
     */
    public Answer create(PreTransactionRequest request) {
        var made = created.make(request.merchant(), request.draft(), false);
        var answer = request.answer().apply(made);
        var earlier =
                request.key().flatMap(key -> answers.keep(request.merchant().id(), key, answer));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        created.check(request.draft());
        created.store(made, request.merchant(), request.callbacks());
        return answer;
    }
}
