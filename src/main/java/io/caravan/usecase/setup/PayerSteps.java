package io.caravan.usecase.setup;

import io.caravan.core.access.Enrollments;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.profile.Profile;
import io.caravan.core.profile.Profiles;
import io.caravan.core.setup.PayerTerms;
import io.caravan.core.setup.Wanted;
import java.util.List;
import java.util.Optional;

/** Sets up wallet users, and the ways to pay. */
final class PayerSteps {

    private final Enrollments enrollments;
    private final Payers payers;
    private final Profiles profiles;
    private final Services services;

    PayerSteps(Enrollments enrollments, Payers payers, Profiles profiles, Services services) {
        this.enrollments = enrollments;
        this.payers = payers;
        this.profiles = profiles;
        this.services = services;
    }

    void payer(Wanted<PayerTerms> wanted, Planning planning) {
        var after = wanted.thing().payer();
        var before = payers.find(after.id());
        var samePhone = payers.find(after.phone());
        if (before.isPresent() && !before.get().phone().equals(after.phone())) {
            planning.fault(wanted, "phone", "is not the number that this payer has");
        } else if (before.isEmpty() && samePhone.isPresent()) {
            planning.fault(wanted, "id", "is not the id that the payer with this number has");
        } else {
            put(after, before, wanted.thing().profile(), planning);
        }
    }

    private void put(Payer after, Optional<Payer> before, Optional<Profile> profile, Planning planning) {
        var known = profiles.find(after.id());
        enrollments.put(after);
        profile.ifPresent(profiles::put);
        var name = after.id() + " " + after.phone().masked();
        if (before.isEmpty()) {
            planning.created("payer", name, List.of());
            return;
        }
        var changed = Planning.differences(before.get(), after);
        if (profile.isPresent() && !profile.equals(known)) {
            changed.add("profile");
        }
        planning.compared("payer", name, changed);
    }

    void service(Wanted<Service> wanted, Planning planning) {
        var after = wanted.thing();
        var before = services.find(after.code());
        services.put(after);
        before.ifPresentOrElse(
                known -> planning.compared("service", after.code(), Planning.differences(known, after)),
                () -> planning.created("service", after.code(), List.of()));
    }
}
