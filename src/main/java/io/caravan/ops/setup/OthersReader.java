package io.caravan.ops.setup;

import io.caravan.core.access.Operator;
import io.caravan.core.access.Role;
import io.caravan.core.id.Uuids;
import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.MadeRequisites;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.profile.Profile;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.PayerTerms;
import io.caravan.core.setup.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what belongs to no merchant: ways to pay, wallet users, and those who run the service. */
final class OthersReader {

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");
    private static final int SHORTEST_PASSWORD = 12;

    /** bcrypt reads no more bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int LARGEST_FIELDS = 12_000;
    private static final int LARGEST_DETAILS = 4_000;
    private static final int LARGEST_REQUISITES = 7_000;

    private static final String NUMBER = "123456789012";

    private final SetupFaults faults;

    OthersReader(SetupFaults faults) {
        this.faults = faults;
    }

    Stream<Wanted<Service>> service(Fields fields) {
        var code = fields.required("code", CODE.asMatchPredicate(), "must have 1 to 64 of a-z, 0-9 and _");
        faults.once("service", code, fields.pointer() + "/code");
        var method = fields.required("method", CODE.asMatchPredicate(), "must have 1 to 64 of a-z, 0-9 and _");
        var logo = fields.optional("logo", Urls::parse, "must be an absolute http or https address");
        var kind = fields.required("kind", OthersReader::kind, "must be a kind of service", ServiceKind.RECEIPT);
        var currency = fields.required("currency", MerchantReader::currency, "must be an ISO 4217 code", null);
        var smallest = fields.amount("smallest");
        var largest = fields.amount("largest");
        var given = fields.list("fields").stream().flatMap(OthersReader::field).toList();
        var confirmation = fields.list("confirmation").stream()
                .flatMap(OthersReader::field)
                .toList();
        var confirmationRequired = fields.flag("confirmationRequired").orElse(true);
        var asksProvider = fields.flag("asksProvider").orElse(false);
        var provider = provider(fields, kind);
        var details = fields.texts("details");
        return fields
                .make(() -> checked(new Service(
                        code,
                        method,
                        logo,
                        kind,
                        currency,
                        money(smallest, currency),
                        money(largest, currency),
                        given,
                        confirmation,
                        confirmationRequired,
                        provider,
                        asksProvider,
                        details)))
                .map(service -> new Wanted<>(fields.pointer(), service))
                .stream();
    }

    /** The acquirer has its page; the rest are banks, whose names are parts of those of their routes. */
    private static String provider(Fields fields, ServiceKind kind) {
        if (kind == ServiceKind.CARD_PAGE) {
            return Channel.PSP.text();
        }
        return fields.optional(
                        "provider",
                        name -> Optional.of(name).filter(Service::isBank),
                        "must have 1 to 16 of a-z, 0-9 and -, and be no other channel")
                .orElse(Channel.BANK.text());
    }

    /** Tries to make requisites, which needs all details, and sees to it that all of it can be kept. */
    private static Service checked(Service service) {
        var fields = Stream.concat(service.fields().stream(), service.confirmation().stream())
                .flatMap(field -> Stream.of(field.key(), field.regexp(), field.type()));
        check("fields", fields, LARGEST_FIELDS);
        check("details", texts(service.details()), LARGEST_DETAILS);
        var requisites = MadeRequisites.of(service, service.smallest(), PaymentReference.of(service, NUMBER));
        requisites.ifPresent(made -> check("requisites", texts(made.texts()), LARGEST_REQUISITES));
        return service;
    }

    private static Stream<String> texts(Map<String, String> map) {
        return map.entrySet().stream().flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()));
    }

    private static void check(String what, Stream<String> texts, int largest) {
        if (size(texts) > largest) {
            throw new IllegalArgumentException("the " + what + " have more than " + largest + " characters");
        }
    }

    /** Characters in JSON, with some for what is around each text. */
    private static long size(Stream<String> texts) {
        return texts.mapToLong(text -> 20
                        + text.length()
                        + text.chars().filter(c -> c == '"' || c == '\\').count())
                .sum();
    }

    private static Money money(BigDecimal amount, Currency currency) {
        try {
            return Money.of(amount, currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("an amount does not fit the currency", e);
        }
    }

    private static Stream<Field> field(Fields fields) {
        var key = fields.text("key", 64);
        var required = fields.flag("required").orElse(true);
        var regexp = fields.text("regexp", 1000);
        var type = fields.optional("type", 16).orElse("text");
        return fields.make(() -> new Field(key, required, regexp, type)).stream();
    }

    Stream<Wanted<PayerTerms>> payer(Fields fields) {
        var phone = fields.required(
                "phone", Phone::parse, "must be a phone number, as +4512345678", new Phone("+4577777777"));
        faults.once("phone", phone.number(), fields.pointer() + "/phone");
        var id = fields.optional("id", PayerId::parse, "must be a UUID")
                .orElseGet(() -> new PayerId(Uuids.derived("payer " + phone.number())));
        faults.once("payer", id, fields.pointer() + "/id");
        var name = fields.text("name", 255);
        var blocked = fields.flag("blocked").orElse(false);
        var card = fields.required("card", Uuids::parse, "must be a UUID", new UUID(0, 0));
        var profile = fields.object("profile").flatMap(known -> profile(known, id));
        return fields
                .make(() -> new PayerTerms(new Payer(id, phone, name, blocked, card), profile))
                .map(terms -> new Wanted<>(fields.pointer(), terms))
                .stream();
    }

    private static Optional<Profile> profile(Fields fields, PayerId payer) {
        var givenName = fields.text("givenName", 100);
        var familyName = fields.text("familyName", 100);
        var email = fields.text("email", 254);
        var birthDate = fields.required(
                "birthDate", text -> Optional.of(LocalDate.parse(text)), "must be a date, as 1985-04-12", null);
        var home = fields.object("home").flatMap(OthersReader::home);
        var nin = fields.optional("nationalIdentityNumber", 32);
        return fields.make(() -> new Profile(payer, givenName, familyName, email, birthDate, home, nin));
    }

    private static Optional<Profile.Home> home(Fields fields) {
        var street = fields.text("street", 255);
        var postalCode = fields.text("postalCode", 32);
        var city = fields.text("city", 255);
        var country = fields.text("country", 2);
        return fields.make(() -> new Profile.Home(street, postalCode, city, country));
    }

    Stream<Wanted<OperatorTerms>> operator(Fields fields) {
        var name = fields.required(
                "name", Operator::isName, "must have 1 to 64 letters, digits, dots, hyphens, underscores and at signs");
        faults.once("operator", name, fields.pointer() + "/name");
        var role = fields.optional("role", Role::parse, "must be viewer or operator");
        var enabled = fields.flag("enabled");
        var password = fields.optional(
                "password",
                text -> Optional.of(text)
                        .filter(given -> given.length() >= SHORTEST_PASSWORD
                                && given.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_PASSWORD),
                "must have 12 characters or more, and at most 72 bytes");
        return fields
                .make(() -> new OperatorTerms(name, role, enabled, password))
                .map(terms -> new Wanted<>(fields.pointer(), terms))
                .stream();
    }

    private static Optional<ServiceKind> kind(String text) {
        return Arrays.stream(ServiceKind.values())
                .filter(kind ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst();
    }
}
