package io.caravan.core.page;

import java.util.Objects;
import java.util.Optional;

/**
 * How an invoice can be paid on its page, if its merchant has said so.
 *
 * @param card whether on the card acquirer's page
 * @param wallet whether in a wallet app
 * @param phone whether on the bill of a phone
 * @param skips whether there is nothing to choose, and the page is passed over
 * @param watched whether it is written down when the page is first seen; such an invoice is due at its end
 * @param returnUrl where the payer goes who has paid, or whose payment has ended otherwise
 */
public record Offer(
        boolean card, boolean wallet, boolean phone, boolean skips, boolean watched, Optional<String> returnUrl) {

    /** Of an invoice whose merchant has said nothing. */
    public static final Offer WALLET = new Offer(false, true, false, false, false, Optional.empty());

    public Offer {
        Objects.requireNonNull(returnUrl);
    }
}
