package io.caravan.core.partner;

import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** All partners and their campaigns. */
public interface Partners {

    Optional<Partner> find(int id);

    /** The partner that this merchant is. */
    Optional<Partner> find(MerchantId merchant);

    /** The campaigns of the partner that this merchant is, by number. */
    List<Campaign> campaigns(MerchantId merchant);

    /** Adds the partner and its campaigns, or brings them up to date. */
    void put(Partner partner, List<Campaign> campaigns);
}
