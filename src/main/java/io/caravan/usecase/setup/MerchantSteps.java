package io.caravan.usecase.setup;

import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Enrollment.Hook;
import io.caravan.core.access.Enrollments;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.setup.MerchantTerms;
import io.caravan.core.setup.Owned;
import io.caravan.core.setup.Setups;
import io.caravan.core.setup.Wanted;
import java.time.Clock;
import java.util.List;

/** Sets up merchants, their issuers, and where they hear of changes. */
final class MerchantSteps {

    private final Setups setups;
    private final Merchants merchants;
    private final Enrollments enrollments;
    private final Endpoints endpoints;
    private final Clock realTime;

    MerchantSteps(Setups setups, Merchants merchants, Enrollments enrollments, Endpoints endpoints, Clock realTime) {
        this.setups = setups;
        this.merchants = merchants;
        this.enrollments = enrollments;
        this.endpoints = endpoints;
        this.realTime = realTime;
    }

    void merchant(Wanted<MerchantTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var before = merchants.find(terms.merchant().id());
        var enabled = terms.enabled().orElse(before.map(Merchant::enabled).orElse(true));
        var after = enabled(terms.merchant(), enabled);
        var secret = terms.callbackSecret().orElseGet(CallbackSecret::random);
        enrollments.put(new Enrollment.Account(after, secret.text()));
        if (before.isEmpty()) {
            planning.created("merchant", name(after), List.of());
            return;
        }
        setups.enable(after.id(), enabled);
        planning.compared("merchant", name(after), Planning.differences(before.get(), after));
    }

    void issuer(Wanted<Issuer> wanted, Planning planning) {
        var after = wanted.thing();
        var owner = setups.ownerOf(Owned.ISSUER, after.id().toString());
        if (owner.isPresent() && !owner.get().equals(after.merchant())) {
            planning.fault(wanted, "id", "belongs to another merchant");
            return;
        }
        var before = merchants.issuer(after.merchant(), after.id());
        enrollments.put(after);
        var name = after.id() + " " + after.name();
        before.ifPresentOrElse(
                known -> planning.compared("issuer", name, Planning.differences(known, after)),
                () -> planning.created("issuer", name, List.of()));
    }

    /** Merchants of MobilePay's API change theirs by that API; others have none for it. */
    void hook(Wanted<Hook> wanted, Planning planning) {
        var hook = wanted.thing();
        var name = hook.dialect().text() + " of " + hook.merchant();
        var before = endpoints.url(hook.merchant(), hook.dialect());
        if (before.isPresent()) {
            planning.compared("callbacks", name, change(hook, before.get()));
            return;
        }
        enrollments.put(hook);
        planning.created("callbacks", name, List.of());
    }

    /** What of it was changed. The credential stays where none is given for the same address: no export has it. */
    private List<String> change(Hook hook, String url) {
        var request = new EndpointRequest(hook.merchant(), hook.dialect(), hook.url(), hook.authorization());
        var moves = !url.equals(hook.url());
        var stays = !moves && (hook.authorization().isEmpty() || endpoints.isStored(request));
        if (hook.dialect() != Dialect.PAYMENTINVOICES || stays) {
            return List.of();
        }
        endpoints.put(request, realTime.instant());
        return List.of(moves ? "url" : "password");
    }

    private static String name(Merchant merchant) {
        return merchant.id() + " " + merchant.name();
    }

    private static Merchant enabled(Merchant merchant, boolean enabled) {
        return new Merchant(
                merchant.id(),
                merchant.name(),
                merchant.country(),
                merchant.currency(),
                merchant.zone(),
                merchant.vatNumber(),
                enabled);
    }
}
