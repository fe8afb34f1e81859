package io.caravan.usecase.access;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.partner.HmacRequest;
import io.caravan.core.partner.HmacVerdict;
import io.caravan.core.partner.Nonces;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.Partners;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Finds out which partner has signed a request. The same request is believed once. */
public class FindPartnerCaller {

    private final Partners partners;
    private final Merchants merchants;
    private final Nonces nonces;
    private final Clock realTime;

    public FindPartnerCaller(Partners partners, Merchants merchants, Nonces nonces, Clock realTime) {
        this.partners = partners;
        this.merchants = merchants;
        this.nonces = nonces;
        this.realTime = realTime;
    }

    /** A merchant that is disabled has signed nothing. */
    public HmacVerdict find(HmacRequest request) {
        var now = realTime.instant();
        var credential = request.credential();
        if (!credential.isFresh(now)) {
            return HmacVerdict.DRIFT;
        }
        return partners.find(credential.partner())
                .filter(partner -> partner.goodKeys().anyMatch(request::isSignedBy))
                .flatMap(this::merchant)
                .filter(merchant -> nonces.use(credential.partner(), credential.nonce(), now))
                .map(merchant -> HmacVerdict.of(caller(credential.partner(), merchant)))
                .orElse(HmacVerdict.INVALID);
    }

    private Optional<Merchant> merchant(Partner partner) {
        return merchants.find(partner.merchant()).filter(Merchant::enabled);
    }

    private static Caller caller(int partner, Merchant merchant) {
        return new Caller("partner-" + partner, Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE));
    }
}
