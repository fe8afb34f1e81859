package io.caravan.usecase.invoice;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import java.util.List;

/** Shows a merchant its issuers. */
public class ListIssuers {

    private final Merchants merchants;

    public ListIssuers(Merchants merchants) {
        this.merchants = merchants;
    }

    /** All of the merchant's issuers, by name. */
    public List<Issuer> list(Merchant merchant) {
        return merchants.issuers(merchant.id());
    }
}
