package io.caravan.core.salesunit;

import io.caravan.core.merchant.MerchantId;
import java.util.Optional;

/** All sales units. */
public interface SalesUnits {

    /** The sales unit with this Merchant-Serial-Number, if it is this merchant's. */
    Optional<SalesUnit> find(MerchantId merchant, String msn);
}
