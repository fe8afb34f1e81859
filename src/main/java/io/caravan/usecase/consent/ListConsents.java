package io.caravan.usecase.consent;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.Consents;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.problem.Forbidden;
import java.util.Optional;

/** Lists the consents that payers have granted to an issuer. */
public class ListConsents {

    private static final int PAGE = 100;

    private final Merchants merchants;
    private final Consents consents;

    public ListConsents(Merchants merchants, Consents consents) {
        this.merchants = merchants;
        this.consents = consents;
    }

    /**
     * A page of them, one for each payer.
     *
     * @throws Forbidden if the issuer is not the merchant's
     */
    public ConsentList.Page list(ConsentList list) {
        var merchant = list.merchant().id();
        if (merchants.issuer(merchant, list.issuer()).isEmpty()) {
            throw new Forbidden();
        }
        var found = consents.granted(merchant, list.issuer(), list.after(), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() > PAGE ? Optional.of(page.get(PAGE - 1)).map(Consent::id) : Optional.<ConsentId>empty();
        return new ConsentList.Page(page, next);
    }
}
