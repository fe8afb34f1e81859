package io.caravan.core.consent;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list of the consents that payers have granted to an issuer, page by page.
 *
 * @param after the last consent of the page before
 */
public record ConsentList(Merchant merchant, IssuerId issuer, Optional<ConsentId> after) {

    public ConsentList {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(after);
    }

    /** One page, and the consent after which the next one begins; empty if this is the last. */
    public record Page(List<Consent> consents, Optional<ConsentId> next) {

        public Page {
            consents = List.copyOf(consents);
            Objects.requireNonNull(next);
        }
    }
}
