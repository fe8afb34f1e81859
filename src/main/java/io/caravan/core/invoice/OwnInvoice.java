package io.caravan.core.invoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Merchant;
import java.util.Objects;

/** An invoice as its merchant names it in the MobilePay Invoice API. Whether there is such an invoice is still to be seen. */
public record OwnInvoice(Merchant merchant, InvoiceId id) {

    public OwnInvoice {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(id);
    }

    /** Whether the merchant sent it by the API in which it names it: others know it by other ids, states and rules. */
    public boolean isAbout(Invoice found) {
        return found.draft().dialect() == Dialect.MOBILEPAY;
    }
}
