package io.caravan.core.merchant;

import java.util.List;
import java.util.Optional;

/** All merchants and their issuers. */
public interface Merchants {

    Optional<Merchant> find(MerchantId id);

    /** An issuer of this merchant; another merchant's issuer is not found. */
    Optional<Issuer> issuer(MerchantId merchant, IssuerId id);

    /** All issuers of the merchant, by name. */
    List<Issuer> issuers(MerchantId merchant);
}
