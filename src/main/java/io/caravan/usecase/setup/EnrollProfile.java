package io.caravan.usecase.setup;

import io.caravan.core.profile.Profile;
import io.caravan.core.profile.Profiles;

/** Writes the profile of a payer down. The same again, or from two instances at once, is as good as once. */
public class EnrollProfile {

    private final Profiles profiles;

    public EnrollProfile(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The payer is known already. */
    public void enroll(Profile profile) {
        profiles.put(profile);
    }
}
