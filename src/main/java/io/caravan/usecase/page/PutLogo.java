package io.caravan.usecase.page;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Logo;
import io.caravan.core.merchant.Logos;

/** Gives an issuer its logo. */
public class PutLogo {

    private final Logos logos;

    public PutLogo(Logos logos) {
        this.logos = logos;
    }

    /** Answers false if there is no such issuer. */
    public boolean put(IssuerId issuer, Logo logo) {
        return logos.put(issuer, logo);
    }
}
