package io.caravan.usecase.setup;

import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.Partners;
import java.util.List;

/** Writes a partner and its campaigns down. The same again, or from two instances at once, is as good as once. */
public class EnrollPartner {

    private final Partners partners;

    public EnrollPartner(Partners partners) {
        this.partners = partners;
    }

    /** The partner's merchant and issuer are known already. */
    public void enroll(Partner partner, List<Campaign> campaigns) {
        partners.put(partner, campaigns);
    }
}
