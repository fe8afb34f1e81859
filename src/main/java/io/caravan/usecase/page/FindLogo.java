package io.caravan.usecase.page;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Logo;
import io.caravan.core.merchant.Logos;
import java.util.Optional;

/** Finds the logo of an issuer. */
public class FindLogo {

    private final Logos logos;

    public FindLogo(Logos logos) {
        this.logos = logos;
    }

    /** Empty if it has none, or there is no such issuer: that is not told. */
    public Optional<Logo> find(Optional<IssuerId> issuer) {
        return issuer.flatMap(logos::find);
    }
}
