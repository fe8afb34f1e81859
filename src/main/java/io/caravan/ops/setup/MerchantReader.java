package io.caravan.ops.setup;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.Enrollment.Hook;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.setup.AccountTerms;
import io.caravan.core.setup.ClientTerms;
import io.caravan.core.setup.MerchantTerms;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.PartnerTerms;
import io.caravan.core.setup.PayerTerms;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.UnitTerms;
import io.caravan.core.setup.Wanted;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads merchants and what is theirs. */
final class MerchantReader {

    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern ACCOUNT = Pattern.compile("coma_[A-Za-z0-9]{1,59}");

    private static final Pattern PUBLIC_KEY = Pattern.compile("pk_(test|live)_[A-Za-z0-9]{1,55}");

    private final SetupFaults faults;
    private final SecretReader secrets;
    private final UnitReader units;
    private final List<Wanted<MerchantTerms>> merchants = new ArrayList<>();
    private final List<Wanted<Issuer>> issuers = new ArrayList<>();
    private final List<Wanted<Hook>> hooks = new ArrayList<>();
    private final List<Wanted<ClientTerms>> clients = new ArrayList<>();
    private final List<Wanted<AccountTerms>> accounts = new ArrayList<>();
    private final List<Wanted<UnitTerms>> salesUnits = new ArrayList<>();
    private final List<Wanted<PartnerTerms>> partners = new ArrayList<>();

    MerchantReader(SetupFaults faults, SecretReader secrets) {
        this.faults = faults;
        this.secrets = secrets;
        units = new UnitReader(faults, secrets);
    }

    void read(Fields fields) {
        var id = fields.required(
                "id", MerchantId::parse, "must be a UUID", new MerchantId(new UUID(0, merchants.size())));
        faults.once("merchant", id, fields.pointer() + "/id");
        fields.list("issuers").forEach(issuer -> issuer(issuer, id));
        fields.list("callbacks").forEach(hook -> hook(hook, id));
        fields.list("clients").forEach(client -> client(client, Optional.of(id)));
        fields.list("accounts").forEach(account -> account(account, id));
        fields.list("salesUnits").forEach(unit -> units.salesUnit(unit, id).ifPresent(salesUnits::add));
        fields.object("partner").flatMap(partner -> units.partner(partner, id)).ifPresent(partners::add);
        var name = fields.text("name", 255);
        var country = fields.required("country", MerchantReader::country, "must be an ISO 3166 code, two letters", "");
        var currency = fields.required("currency", MerchantReader::currency, "must be an ISO 4217 code", null);
        var zone = fields.required("zone", MerchantReader::zone, "must be a time zone, as Europe/Oslo", null);
        var vatNumber = fields.text("vatNumber", 32);
        var enabled = fields.flag("enabled");
        var callbackSecret = fields.optional(
                "callbackSecret",
                text -> Optional.of(new CallbackSecret(text)),
                "must be whsec_ and the base64 of 24 to 64 bytes");
        fields.make(() -> new MerchantTerms(
                        new Merchant(id, name, country, currency, zone, vatNumber, true), enabled, callbackSecret))
                .ifPresent(terms -> merchants.add(new Wanted<>(fields.pointer(), terms)));
    }

    /** The wallet app, which acts for payers. */
    void wallet(Fields fields) {
        client(fields, Optional.empty());
    }

    /** What is this merchant's. */
    void read(ThingName name, Fields fields) {
        var merchant = name.merchant().orElseThrow();
        switch (name.kind()) {
            case ISSUER -> issuer(fields, merchant);
            case CALLBACKS -> hook(fields, merchant);
            case CLIENT -> client(fields, Optional.of(merchant));
            case ACCOUNT -> account(fields, merchant);
            case SALES_UNIT -> units.salesUnit(fields, merchant).ifPresent(salesUnits::add);
            case PARTNER -> units.partner(fields, merchant).ifPresent(partners::add);
            case MERCHANT, WALLET, SERVICE, PAYER, OPERATOR ->
                throw new IllegalArgumentException(name.kind() + " is no merchant's");
        }
    }

    /** All that was read, and these. */
    Setup with(List<Wanted<Service>> services, List<Wanted<PayerTerms>> payers, List<Wanted<OperatorTerms>> operators) {
        return new Setup(
                merchants, issuers, hooks, clients, accounts, salesUnits, partners, services, payers, operators);
    }

    private void issuer(Fields fields, MerchantId merchant) {
        var id = fields.required("id", IssuerId::parse, "must be a UUID", new IssuerId(new UUID(1, issuers.size())));
        faults.once("issuer", id, fields.pointer() + "/id");
        var name = fields.text("name", 255);
        var address = new Issuer.Address(
                fields.optional("street", 255).orElse(""),
                fields.optional("zipCode", 32).orElse(""),
                fields.optional("city", 255).orElse(""));
        var status = fields.optional("status", MerchantReader::status, "must be pending, enabled or disabled")
                .orElse(Issuer.Status.ENABLED);
        var payoutAccount = fields.flag("payoutAccount").orElse(true);
        fields.make(() -> new Issuer(id, merchant, name, address, status, payoutAccount))
                .ifPresent(issuer -> issuers.add(new Wanted<>(fields.pointer(), issuer)));
    }

    private void hook(Fields fields, MerchantId merchant) {
        var dialect = fields.required("dialect", MerchantReader::dialect, "must be mobilepay or paymentinvoices", null);
        faults.once("callbacks of " + merchant, dialect, fields.pointer() + "/dialect");
        var url = fields.required("url", Urls::parse, "must be an absolute http or https address", "");
        var user = fields.optional("user", 255);
        var password = fields.optional("password", 255);
        if (user.isPresent() != password.isPresent()) {
            fields.wrong("user", "and password come together");
        }
        var authorization = user.map(name -> name + ":" + password.orElse(""))
                .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        fields.make(() -> new Hook(merchant, dialect, url, authorization))
                .ifPresent(hook -> hooks.add(new Wanted<>(fields.pointer(), hook)));
    }

    private void client(Fields fields, Optional<MerchantId> merchant) {
        var id = fields.required(
                "id", CLIENT.asMatchPredicate(), "must have 1 to 64 letters, digits, dots, hyphens and underscores");
        faults.once("client", id, fields.pointer() + "/id");
        var enabled = fields.flag("enabled");
        var secret = secrets.read(fields, "secret");
        fields.make(() -> new ClientTerms(id, merchant, enabled, secret))
                .ifPresent(terms -> clients.add(new Wanted<>(fields.pointer(), terms)));
    }

    private void account(Fields fields, MerchantId merchant) {
        var id = fields.required("id", ACCOUNT.asMatchPredicate(), "must be coma_ and 1 to 59 letters and digits");
        faults.once("account", id, fields.pointer() + "/id");
        var key = secrets.read(fields, "key");
        var testKey = secrets.read(fields, "testKey");
        var liveKey = secrets.read(fields, "liveKey");
        var checkouts = fields.list("checkouts").stream()
                .flatMap(checkout -> checkout(checkout, id).stream())
                .toList();
        fields.make(() -> new AccountTerms(id, merchant, key, testKey, liveKey, checkouts))
                .ifPresent(terms -> accounts.add(new Wanted<>(fields.pointer(), terms)));
    }

    private Optional<CheckoutKey> checkout(Fields fields, String account) {
        var publicKey = fields.required(
                "publicKey", PUBLIC_KEY.asMatchPredicate(), "must be pk_test_ or pk_live_, and letters and digits");
        faults.once("public key", publicKey, fields.pointer() + "/publicKey");
        var returnUrl = fields.optional("returnUrl", Urls::parse, "must be an absolute http or https address");
        return fields.make(() -> new CheckoutKey(publicKey, account, publicKey.startsWith("pk_test_"), returnUrl));
    }

    private static Optional<String> country(String text) {
        return Optional.of(text).filter(Set.of(Locale.getISOCountries())::contains);
    }

    static Optional<Currency> currency(String text) {
        return Optional.of(Currency.getInstance(text));
    }

    private static Optional<ZoneId> zone(String text) {
        return Optional.of(ZoneId.of(text));
    }

    private static Optional<Issuer.Status> status(String text) {
        return Arrays.stream(Issuer.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** Other dialects hear of changes where each request or registration says. */
    private static Optional<Dialect> dialect(String text) {
        return Stream.of(Dialect.MOBILEPAY, Dialect.PAYMENTINVOICES)
                .filter(dialect -> dialect.text().equals(text))
                .findFirst();
    }
}
