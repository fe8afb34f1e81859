package io.caravan.core.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is special about an invoice of a partner of the Mobile Invoice API.
 *
 * @param partner the partner's number
 * @param referenceId the partner's own, which it uses once
 * @param correlationId by which the partner finds several
 * @param linkId opens the page instead of the invoice's id: it follows from the reference
 * @param direct whether it was begun with its transaction, and its page is nobody's concern
 * @param expiresAt when its page closes, if the partner has said so
 * @param accessedAt when its page was first seen
 */
public record PreTransaction(
        InvoiceId invoice,
        MerchantId merchant,
        int partner,
        Optional<String> referenceId,
        Optional<String> correlationId,
        ShortCode shortCode,
        Optional<UUID> linkId,
        boolean direct,
        Optional<Instant> expiresAt,
        Optional<Instant> accessedAt,
        Terms terms,
        Instant createdAt) {

    public PreTransaction {
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(referenceId);
        Objects.requireNonNull(correlationId);
        Objects.requireNonNull(shortCode);
        Objects.requireNonNull(linkId);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(accessedAt);
        Objects.requireNonNull(terms);
        Objects.requireNonNull(createdAt);
    }

    /** Whether its page is closed by now. */
    public boolean isOver(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }
}
