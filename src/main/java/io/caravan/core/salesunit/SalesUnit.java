package io.caravan.core.salesunit;

import io.caravan.core.merchant.MerchantId;
import java.util.Objects;

/**
 * A shop of a merchant as the ePayment API knows it.
 *
 * @param msn its Merchant-Serial-Number, four to ten digits
 */
public record SalesUnit(String msn, MerchantId merchant, String name, SalesUnitSettings settings) {

    public SalesUnit {
        Objects.requireNonNull(msn);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(name);
        Objects.requireNonNull(settings);
    }
}
