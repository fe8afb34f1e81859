package io.caravan.core.profile;

import io.caravan.core.payer.PayerId;
import java.util.Optional;

/** The profiles of all payers. */
public interface Profiles {

    Optional<Profile> find(PayerId payer);

    /** Adds the profile, or brings it up to date. Its payer has a row. */
    void put(Profile profile);
}
