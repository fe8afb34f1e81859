package io.caravan.usecase.setup;

import io.caravan.core.access.Client;
import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Operator;
import io.caravan.core.access.Subscription;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.id.Uuids;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.partner.Partner;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.setup.AccountTerms;
import io.caravan.core.setup.ClientTerms;
import io.caravan.core.setup.MerchantTerms;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.Owned;
import io.caravan.core.setup.PartnerTerms;
import io.caravan.core.setup.PayerTerms;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.SetupStores;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.UnitTerms;
import io.caravan.core.setup.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers things as they are, in the words by which one would ask for them. Nothing secret is said. */
final class Descriptions {

    private final SetupStores stores;
    private final List<Wanted<MerchantTerms>> merchants = new ArrayList<>();
    private final List<Wanted<Issuer>> issuers = new ArrayList<>();
    private final List<Wanted<Enrollment.Hook>> hooks = new ArrayList<>();
    private final List<Wanted<ClientTerms>> clients = new ArrayList<>();
    private final List<Wanted<AccountTerms>> accounts = new ArrayList<>();
    private final List<Wanted<UnitTerms>> salesUnits = new ArrayList<>();
    private final List<Wanted<PartnerTerms>> partners = new ArrayList<>();
    private final List<Wanted<Service>> services = new ArrayList<>();
    private final List<Wanted<PayerTerms>> payers = new ArrayList<>();
    private final List<Wanted<OperatorTerms>> operators = new ArrayList<>();

    Descriptions(SetupStores stores) {
        this.stores = stores;
    }

    /** Adds this thing; whether there is one. */
    boolean add(ThingName name) {
        return switch (name.kind()) {
            case MERCHANT -> add(merchants, merchant(name).map(Descriptions::terms));
            case ISSUER -> add(issuers, issuer(name));
            case CALLBACKS -> add(hooks, hook(name));
            case CLIENT, WALLET -> add(clients, client(name).map(Descriptions::terms));
            case ACCOUNT -> add(accounts, account(name));
            case SALES_UNIT -> add(salesUnits, unit(name));
            case PARTNER -> add(partners, partner(name).map(this::terms));
            case SERVICE -> add(services, stores.services().find(name.id()));
            case PAYER -> add(payers, payer(name).map(this::terms));
            case OPERATOR -> add(operators, operator(name));
        };
    }

    /** All that was added. */
    Setup setup() {
        return new Setup(
                merchants, issuers, hooks, clients, accounts, salesUnits, partners, services, payers, operators);
    }

    private static <T> boolean add(List<Wanted<T>> all, Optional<T> one) {
        one.ifPresent(thing -> all.add(new Wanted<>("", thing)));
        return one.isPresent();
    }

    private Optional<Merchant> merchant(ThingName name) {
        return MerchantId.parse(name.id()).flatMap(stores.merchants()::find);
    }

    private static MerchantTerms terms(Merchant merchant) {
        return new MerchantTerms(merchant, Optional.of(merchant.enabled()), Optional.empty());
    }

    private Optional<Issuer> issuer(ThingName name) {
        return IssuerId.parse(name.id()).flatMap(id -> stores.merchants().issuer(owner(name), id));
    }

    private Optional<Enrollment.Hook> hook(ThingName name) {
        return List.of(Dialect.values()).stream()
                .filter(dialect -> dialect.text().equals(name.id()))
                .flatMap(dialect -> stores.endpoints().url(owner(name), dialect).stream()
                        .map(url -> new Enrollment.Hook(owner(name), dialect, url, "")))
                .findFirst();
    }

    private Optional<Client> client(ThingName name) {
        return stores.clients().find(name.id()).filter(client -> client.merchant()
                .equals(name.merchant()));
    }

    private static ClientTerms terms(Client client) {
        return new ClientTerms(client.id(), client.merchant(), Optional.of(client.enabled()), Optional.empty());
    }

    private Optional<AccountTerms> account(ThingName name) {
        return stores.setups()
                .ownerOf(Owned.ACCOUNT, name.id())
                .filter(owner(name)::equals)
                .map(merchant -> new AccountTerms(
                        name.id(),
                        merchant,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        stores.things().publicKeys(name.id()).stream()
                                .flatMap(key -> stores.checkoutKeys().find(key).stream())
                                .toList()));
    }

    private Optional<UnitTerms> unit(ThingName name) {
        return stores.subscriptions().of(owner(name)).stream()
                .map(Subscription::unit)
                .filter(unit -> unit.msn().equals(name.id()))
                .map(unit -> new UnitTerms(unit, Optional.empty(), Optional.empty()))
                .findFirst();
    }

    private Optional<Partner> partner(ThingName name) {
        return stores.partners().find(owner(name)).filter(partner -> String.valueOf(partner.id())
                .equals(name.id()));
    }

    private PartnerTerms terms(Partner partner) {
        return new PartnerTerms(
                partner.id(),
                partner.merchant(),
                partner.issuer(),
                Optional.empty(),
                partner.settings(),
                stores.partners().campaigns(partner.merchant()));
    }

    private Optional<Payer> payer(ThingName name) {
        return Phone.parse(name.id())
                .flatMap(stores.payers()::find)
                .or(() -> Uuids.parse(name.id()).map(PayerId::new).flatMap(stores.payers()::find));
    }

    private PayerTerms terms(Payer payer) {
        return new PayerTerms(payer, stores.profiles().find(payer.id()));
    }

    private Optional<OperatorTerms> operator(ThingName name) {
        return stores.operators()
                .find(name.id())
                .map((Operator operator) -> new OperatorTerms(
                        operator.name(),
                        Optional.of(operator.role()),
                        Optional.of(operator.enabled()),
                        Optional.empty()));
    }

    private static MerchantId owner(ThingName name) {
        return name.merchant().orElseThrow();
    }
}
