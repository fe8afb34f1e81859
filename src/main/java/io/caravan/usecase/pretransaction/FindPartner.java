package io.caravan.usecase.pretransaction;

import io.caravan.core.access.Caller;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.partner.Partners;
import io.caravan.core.problem.Forbidden;

/** Finds the partner that a caller is. */
public class FindPartner {

    private final Partners partners;

    public FindPartner(Partners partners) {
        this.partners = partners;
    }

    /** @throws Forbidden if the caller is no partner of the Mobile Invoice API */
    public PartnerDetails find(Caller caller) {
        var merchant = caller.asMerchant();
        return partners.find(merchant.id())
                .map(partner -> new PartnerDetails(merchant, partner, partners.campaigns(merchant.id())))
                .orElseThrow(Forbidden::new);
    }
}
