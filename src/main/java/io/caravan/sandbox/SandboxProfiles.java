package io.caravan.sandbox;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.profile.Profile;
import io.caravan.core.profile.Profiles;
import java.time.LocalDate;
import java.util.Optional;

/** Profiles of the sandbox: those with a row, and of all other wallet users one that follows from the number. */
public final class SandboxProfiles implements Profiles {

    private static final LocalDate BIRTH_DATE = LocalDate.of(1980, 1, 1);

    private final Profiles listed;
    private final Payers payers;

    public SandboxProfiles(Profiles listed, Payers payers) {
        this.listed = listed;
        this.payers = payers;
    }

    @Override
    public Optional<Profile> find(PayerId payer) {
        return listed.find(payer).or(() -> payers.find(payer).map(SandboxProfiles::byRule));
    }

    @Override
    public void put(Profile profile) {
        listed.put(profile);
    }

    private static Profile byRule(Payer payer) {
        var digits = payer.phone().number().substring(1);
        return new Profile(
                payer.id(),
                "Payer",
                digits.substring(digits.length() - 4),
                "p" + digits + "@example.org",
                BIRTH_DATE,
                Optional.empty(),
                Optional.empty());
    }
}
