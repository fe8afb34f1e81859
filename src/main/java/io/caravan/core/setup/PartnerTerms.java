package io.caravan.core.setup;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.PartnerSettings;
import java.util.List;
import java.util.Optional;

/** A partner with its campaigns; without a key, in base64, it gets one when it is new. */
public record PartnerTerms(
        int id,
        MerchantId merchant,
        IssuerId issuer,
        Optional<String> key,
        PartnerSettings settings,
        List<Campaign> campaigns) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "partner " + id;
    }
}
