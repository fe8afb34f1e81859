package io.caravan.core.pretransaction;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A partner's wish to have an invoice created.
 *
 * @param callbacks where it wants to hear of this one only
 * @param key the partner's idempotency key, if it sent one
 * @param answer writes what the partner is told of it
 */
public record PreTransactionRequest(
        Merchant merchant,
        PreTransactionDraft draft,
        SingleCallbacks callbacks,
        Optional<RequestKey> key,
        Function<PreTransactionDetails, Answer> answer) {

    public PreTransactionRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(callbacks);
    }
}
