package io.caravan.core.pretransaction;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payment.PhoneBill;
import java.util.Objects;
import java.util.Optional;

/**
 * A partner's wish to have a payment begun at once, with the provider that it names: the only one in the draft.
 *
 * @param bill of the phone on whose bill it goes, if it does
 */
public record DirectRequest(
        Merchant merchant,
        PreTransactionDraft draft,
        Optional<PhoneBill> bill,
        SingleCallbacks callbacks,
        Optional<RequestKey> key) {

    public DirectRequest {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(draft);
        Objects.requireNonNull(bill);
        Objects.requireNonNull(callbacks);
        Objects.requireNonNull(key);
    }
}
