package io.caravan.core.setup;

import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.merchant.Merchant;
import java.util.Optional;

/** A merchant; whether it is enabled stays as it is unless this says so, and its callback secret in any case. */
public record MerchantTerms(Merchant merchant, Optional<Boolean> enabled, Optional<CallbackSecret> callbackSecret) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return merchant.toString();
    }
}
