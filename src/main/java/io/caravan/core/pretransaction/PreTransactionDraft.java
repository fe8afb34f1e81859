package io.caravan.core.pretransaction;

import io.caravan.core.money.Money;
import io.caravan.core.partner.Partner;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** An invoice as a partner sent it, well-formed. */
public record PreTransactionDraft(
        Partner partner,
        Money amount,
        Optional<Phone> msisdn,
        Optional<String> referenceId,
        Optional<String> correlationId,
        Optional<Instant> expiresAt,
        Terms terms) {

    public PreTransactionDraft {
        Objects.requireNonNull(partner);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(msisdn);
        Objects.requireNonNull(referenceId);
        Objects.requireNonNull(correlationId);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(terms);
    }
}
