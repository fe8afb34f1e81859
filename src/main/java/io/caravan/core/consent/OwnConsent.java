package io.caravan.core.consent;

import io.caravan.core.merchant.Merchant;
import java.util.Objects;

/** A consent as its merchant names it. Whether there is such a consent is still to be seen. */
public record OwnConsent(Merchant merchant, ConsentId id) {

    public OwnConsent {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }
}
