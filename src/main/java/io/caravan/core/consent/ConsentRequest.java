package io.caravan.core.consent;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.OwnInvoice;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A merchant's wish to have the payer of a link asked.
 *
 * @param key the merchant's idempotency key, if it sent one
 * @param answer writes what the merchant is told of the consent
 */
public record ConsentRequest(OwnInvoice invoice, Optional<RequestKey> key, Function<Consent, Answer> answer) {

    public ConsentRequest {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(key);
        Objects.requireNonNull(answer);
    }
}
