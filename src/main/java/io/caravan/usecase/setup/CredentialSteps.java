package io.caravan.usecase.setup;

import static io.caravan.core.access.SecretKind.ACCOUNT;
import static io.caravan.core.access.SecretKind.CLIENT;
import static io.caravan.core.access.SecretKind.LIVE_KEY;
import static io.caravan.core.access.SecretKind.TEST_KEY;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.CheckoutKeys;
import io.caravan.core.access.Client;
import io.caravan.core.access.Clients;
import io.caravan.core.access.CommerceAccount;
import io.caravan.core.access.Enrollments;
import io.caravan.core.access.Scope;
import io.caravan.core.access.SecretHash;
import io.caravan.core.setup.AccountTerms;
import io.caravan.core.setup.ClientTerms;
import io.caravan.core.setup.Owned;
import io.caravan.core.setup.Plan.Made;
import io.caravan.core.setup.SetupStores;
import io.caravan.core.setup.Setups;
import io.caravan.core.setup.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sets up clients and commerce accounts. */
final class CredentialSteps {

    private final Setups setups;
    private final Enrollments enrollments;
    private final Clients clients;
    private final AccountKeys accountKeys;
    private final CheckoutKeys checkoutKeys;
    private final SetupSecrets secrets;

    CredentialSteps(SetupStores stores, SetupSecrets secrets) {
        setups = stores.setups();
        enrollments = stores.enrollments();
        clients = stores.clients();
        accountKeys = stores.accountKeys();
        checkoutKeys = stores.checkoutKeys();
        this.secrets = secrets;
    }

    void client(Wanted<ClientTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var scopes = Set.of(terms.merchant().isPresent() ? Scope.INVOICE : Scope.CONSUMER);
        var before = clients.find(terms.id());
        if (before.isEmpty()) {
            var made = new ArrayList<Made>();
            var secret = SetupSecrets.first(CLIENT, terms.secret(), made);
            enrollments.put(new Client(terms.id(), SecretHash.of(secret), terms.merchant(), scopes));
            terms.enabled().ifPresent(enabled -> setups.enable(terms.id(), enabled));
            planning.created("client", terms.id(), made);
        } else if (!before.get().merchant().equals(terms.merchant())) {
            planning.fault(wanted, "id", "belongs to somebody else");
        } else {
            var changed = new ArrayList<String>();
            terms.enabled().filter(enabled -> enabled != before.get().enabled()).ifPresent(enabled -> {
                setups.enable(terms.id(), enabled);
                changed.add("enabled");
            });
            secrets.change(CLIENT, terms.id(), terms.secret(), changed);
            planning.compared("client", terms.id(), changed);
        }
    }

    void account(Wanted<AccountTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var owner = setups.ownerOf(Owned.ACCOUNT, terms.id());
        if (terms.checkouts().stream().anyMatch(this::isAnothers)) {
            planning.fault(wanted, "checkouts", "has a public key of another account");
        } else if (owner.isEmpty()) {
            create(terms, planning);
        } else if (!owner.get().equals(terms.merchant())) {
            planning.fault(wanted, "id", "belongs to another merchant");
        } else {
            var changed = new ArrayList<String>();
            secrets.change(ACCOUNT, terms.id(), terms.key(), changed);
            secrets.change(TEST_KEY, terms.id(), terms.testKey(), changed);
            secrets.change(LIVE_KEY, terms.id(), terms.liveKey(), changed);
            terms.checkouts().forEach(checkout -> change(checkout, changed));
            planning.compared("account", terms.id(), changed);
        }
    }

    private void create(AccountTerms terms, Planning planning) {
        var made = new ArrayList<Made>();
        var key = SetupSecrets.first(ACCOUNT, terms.key(), made);
        enrollments.put(new CommerceAccount(terms.id(), SecretHash.of(key), terms.merchant()));
        accountKeys.put(
                terms.id(),
                SetupSecrets.first(TEST_KEY, terms.testKey(), made),
                SetupSecrets.first(LIVE_KEY, terms.liveKey(), made));
        terms.checkouts().forEach(checkoutKeys::put);
        planning.created("account", terms.id(), made);
    }

    private boolean isAnothers(CheckoutKey checkout) {
        return checkoutKeys
                .find(checkout.publicKey())
                .filter(known -> !known.account().equals(checkout.account()))
                .isPresent();
    }

    private void change(CheckoutKey checkout, List<String> changed) {
        if (checkoutKeys.find(checkout.publicKey()).filter(checkout::equals).isEmpty()) {
            checkoutKeys.put(checkout);
            changed.add("checkout " + checkout.publicKey());
        }
    }
}
