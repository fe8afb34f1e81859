package io.caravan.core.setup;

import io.caravan.core.payer.Payer;
import io.caravan.core.profile.Profile;
import java.util.Optional;

/** A wallet user, and what the wallet knows of it. */
public record PayerTerms(Payer payer, Optional<Profile> profile) {

    /** Without what is secret. */
    @Override
    public String toString() {
        return "payer " + payer.id();
    }
}
