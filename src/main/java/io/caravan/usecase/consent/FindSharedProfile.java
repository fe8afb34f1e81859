package io.caravan.usecase.consent;

import io.caravan.core.payer.Payers;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.OwnSub;
import io.caravan.core.profile.ProfileConsent;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.Profiles;
import io.caravan.core.profile.SharedProfile;
import java.time.Clock;
import java.util.stream.Collectors;

/** Shows a merchant what a payer shares with it, as long as it does. */
public class FindSharedProfile {

    private final ProfileConsents consents;
    private final Profiles profiles;
    private final Payers payers;
    private final Clock businessTime;

    public FindSharedProfile(ProfileConsents consents, Profiles profiles, Payers payers, Clock businessTime) {
        this.consents = consents;
        this.profiles = profiles;
        this.payers = payers;
        this.businessTime = businessTime;
    }

    /** @throws Problem PROFILE_UNKNOWN or PROFILE_CLOSED */
    public SharedProfile find(OwnSub own) {
        var all = consents.of(own.merchant(), own.sub());
        if (all.isEmpty()) {
            throw Problem.of(ProblemCode.PROFILE_UNKNOWN, own.sub());
        }
        var now = businessTime.instant();
        var holding = all.stream().filter(consent -> consent.holds(now)).toList();
        if (holding.isEmpty()) {
            throw Problem.of(ProblemCode.PROFILE_CLOSED, own.sub());
        }
        var payer = holding.get(0).payer();
        return payers.find(payer)
                .flatMap(known -> profiles.find(payer)
                        .map(profile -> new SharedProfile(
                                own.sub(),
                                known,
                                profile,
                                holding.stream()
                                        .map(ProfileConsent::scopes)
                                        .flatMap(scopes -> scopes.stream())
                                        .collect(Collectors.toSet()),
                                holding.get(0).payment())))
                .orElseThrow(() -> Problem.of(ProblemCode.PROFILE_UNKNOWN, own.sub()));
    }
}
