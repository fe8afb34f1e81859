package io.caravan.usecase.consent;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.Consents;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Tells a merchant what became of a consent that it requested. */
public class FindConsent {

    private final Consents consents;

    public FindConsent(Consents consents) {
        this.consents = consents;
    }

    /**
     * The consent as it stands.
     *
     * @throws Problem CONSENT_UNKNOWN
     */
    public Consent find(OwnConsent own) {
        return consents.find(own.merchant().id(), own.id())
                .orElseThrow(() -> Problem.of(ProblemCode.CONSENT_UNKNOWN, own.id()));
    }
}
