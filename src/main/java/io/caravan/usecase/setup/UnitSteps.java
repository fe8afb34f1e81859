package io.caravan.usecase.setup;

import static io.caravan.core.access.SecretKind.PARTNER;
import static io.caravan.core.access.SecretKind.SALES_UNIT;
import static io.caravan.core.access.SecretKind.SALES_UNIT_OTHER;

import io.caravan.core.access.SecretHash;
import io.caravan.core.access.Subscription;
import io.caravan.core.access.Subscriptions;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.partner.Partner;
import io.caravan.core.partner.Partners;
import io.caravan.core.setup.Owned;
import io.caravan.core.setup.PartnerTerms;
import io.caravan.core.setup.Plan.Made;
import io.caravan.core.setup.Setups;
import io.caravan.core.setup.UnitTerms;
import io.caravan.core.setup.Wanted;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets up sales units, and partners with their campaigns. */
final class UnitSteps {

    private final Setups setups;
    private final Subscriptions subscriptions;
    private final Merchants merchants;
    private final Partners partners;
    private final SetupSecrets secrets;

    UnitSteps(
            Setups setups, Subscriptions subscriptions, Merchants merchants, Partners partners, SetupSecrets secrets) {
        this.setups = setups;
        this.subscriptions = subscriptions;
        this.merchants = merchants;
        this.partners = partners;
        this.secrets = secrets;
    }

    void salesUnit(Wanted<UnitTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var unit = terms.unit();
        var owner = setups.ownerOf(Owned.SALES_UNIT, unit.msn());
        if (owner.isPresent() && !owner.get().equals(unit.merchant())) {
            planning.fault(wanted, "msn", "belongs to another merchant");
        } else if (isTaken(terms.key(), unit.msn())) {
            planning.fault(wanted, "key", "is one of another sales unit");
        } else if (isTaken(terms.otherKey(), unit.msn())) {
            planning.fault(wanted, "otherKey", "is one of another sales unit");
        } else if (owner.isEmpty()) {
            create(terms, planning);
        } else {
            change(terms, planning);
        }
    }

    private void create(UnitTerms terms, Planning planning) {
        var made = new ArrayList<Made>();
        var key = SetupSecrets.first(SALES_UNIT, terms.key(), made);
        var other = SetupSecrets.first(SALES_UNIT_OTHER, terms.otherKey(), made);
        subscriptions.put(new Subscription(terms.unit(), SecretHash.of(key), SecretHash.of(other)));
        planning.created("sales unit", terms.unit().msn(), made);
    }

    private void change(UnitTerms terms, Planning planning) {
        var unit = terms.unit();
        var before = subscriptions.of(unit.merchant()).stream()
                .filter(known -> known.unit().msn().equals(unit.msn()))
                .findFirst()
                .orElseThrow();
        var changed = Planning.differences(before.unit(), unit);
        subscriptions.put(new Subscription(unit, before.keyHash(), before.otherKeyHash()));
        secrets.change(SALES_UNIT, unit.msn(), terms.key(), changed);
        secrets.change(SALES_UNIT_OTHER, unit.msn(), terms.otherKey(), changed);
        planning.compared("sales unit", unit.msn(), changed);
    }

    private boolean isTaken(Optional<String> key, String msn) {
        return key.filter(given -> setups.opensAnother(msn, SecretHash.of(given)))
                .isPresent();
    }

    void partner(Wanted<PartnerTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var owner = setups.ownerOf(Owned.PARTNER, String.valueOf(terms.id()));
        var before = partners.find(terms.merchant());
        if (owner.isPresent() && !owner.get().equals(terms.merchant())) {
            planning.fault(wanted, "number", "belongs to another merchant");
        } else if (before.isPresent() && before.get().id() != terms.id()) {
            planning.fault(wanted, "number", "is not the one that the merchant has, and cannot be changed");
        } else if (merchants.issuer(terms.merchant(), terms.issuer()).isEmpty()) {
            planning.fault(wanted, "issuer", "is no issuer of the merchant");
        } else {
            partner(terms, before, planning);
        }
    }

    private void partner(PartnerTerms terms, Optional<Partner> before, Planning planning) {
        var made = new ArrayList<Made>();
        var known = partners.campaigns(terms.merchant());
        var key = before.map(Partner::key)
                .orElseGet(() -> Base64.getDecoder().decode(SetupSecrets.first(PARTNER, terms.key(), made)));
        var after = new Partner(terms.id(), terms.merchant(), terms.issuer(), key, terms.settings());
        partners.put(after, terms.campaigns());
        var name = String.valueOf(terms.id());
        if (before.isEmpty()) {
            planning.created("partner", name, made);
            return;
        }
        var campaigns = terms.campaigns().stream().filter(campaign -> !known.contains(campaign));
        var changed = new ArrayList<>(Stream.of(
                        before.get().issuer().equals(after.issuer()) ? List.<String>of() : List.of("issuer"),
                        Planning.differences(before.get().settings(), after.settings()),
                        campaigns.map(campaign -> "campaign " + campaign.id()).toList())
                .flatMap(List::stream)
                .toList());
        secrets.change(PARTNER, name, terms.key(), changed);
        planning.compared("partner", name, changed);
    }
}
