package io.caravan.ops.setup;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Campaign;
import io.caravan.core.partner.PartnerSettings;
import io.caravan.core.partner.PartnerUrls;
import io.caravan.core.partner.Presets;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.core.setup.PartnerTerms;
import io.caravan.core.setup.UnitTerms;
import io.caravan.core.setup.Wanted;
import io.caravan.core.sms.Originator;
import io.caravan.core.template.Template;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads sales units and partners of a merchant. */
final class UnitReader {

    private static final Duration LONG_LIVING = Duration.ofDays(60);
    private static final int LARGEST_NUMBER = 999_999_999;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,10}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");

    private static final Presets NONE = new Presets(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final SetupFaults faults;
    private final SecretReader secrets;

    UnitReader(SetupFaults faults, SecretReader secrets) {
        this.faults = faults;
        this.secrets = secrets;
    }

    Optional<Wanted<UnitTerms>> salesUnit(Fields fields, MerchantId merchant) {
        var msn = fields.required("msn", NUMBER.asMatchPredicate(), "must have 4 to 10 digits");
        faults.once("sales unit", msn, fields.pointer() + "/msn");
        var name = fields.text("name", 200);
        var key = key(fields, "key");
        var otherKey = key(fields, "otherKey");
        var settings = new SalesUnitSettings(
                fields.flag("test").orElse(false),
                fields.flag("pushMessage").orElse(true),
                fields.flag("directCapture").orElse(false),
                fields.optional("longLiving", UnitReader::duration, "must be a time of one minute or more, as P60D")
                        .orElse(LONG_LIVING),
                fields.flag("longLivingNeedsReceipt").orElse(false),
                fields.flag("nationalIdentity").orElse(false));
        return fields.make(() -> new UnitTerms(new SalesUnit(msn, merchant, name, settings), key, otherKey))
                .map(terms -> new Wanted<>(fields.pointer(), terms));
    }

    private Optional<String> key(Fields fields, String name) {
        var key = secrets.read(fields, name);
        key.ifPresent(given -> faults.once("key", given, fields.pointer() + "/" + name));
        return key;
    }

    Optional<Wanted<PartnerTerms>> partner(Fields fields, MerchantId merchant) {
        int number = fields.number("number", LARGEST_NUMBER);
        faults.once("partner", number, fields.pointer() + "/number");
        var issuer = fields.required("issuer", IssuerId::parse, "must be a UUID", new IssuerId(new UUID(0, 0)));
        var key = secrets.key(fields, "key");
        var providers = providers(fields);
        var presets = fields.object("presets").flatMap(UnitReader::presets).orElse(NONE);
        var campaigns = fields.list("campaigns").stream()
                .flatMap(campaign -> campaign(campaign, number).stream())
                .toList();
        return fields.make(() -> new PartnerTerms(
                        number, merchant, issuer, key, new PartnerSettings(providers, presets), campaigns))
                .map(terms -> new Wanted<>(fields.pointer(), terms));
    }

    private Optional<Campaign> campaign(Fields fields, int partner) {
        int number = fields.number("number", LARGEST_NUMBER);
        faults.once("campaign of " + partner, number, fields.pointer() + "/number");
        var presets = fields.object("presets").flatMap(UnitReader::presets).orElse(NONE);
        return fields.make(() -> new Campaign(number, presets));
    }

    private static Map<String, Channel> providers(Fields fields) {
        var providers = new LinkedHashMap<String, Channel>();
        fields.texts("providers").forEach((name, text) -> {
            var channel = Arrays.stream(Channel.values())
                    .filter(known -> known.text().equals(text) && known != Channel.BANK && known != Channel.SMS)
                    .findFirst();
            if (channel.isEmpty() || !NAME.matcher(name).matches()) {
                fields.wrong("providers/" + name, "must be a name in lower case, and psp, carrier or push");
            }
            channel.ifPresent(known -> providers.put(name, known));
        });
        return providers;
    }

    private static Optional<Presets> presets(Fields fields) {
        var presets = new Presets(
                fields.optional("returnUrl", UnitReader::redirect, PartnerUrls.NO_REDIRECT),
                endpoint(fields, "statusCallbackUrl"),
                endpoint(fields, "smsStatusCallbackUrl"),
                fields.optional(
                        "originator",
                        text -> Originator.parse(text).map(known -> text),
                        "must be a number, or a name of at most 11 characters"),
                fields.optional("smsText", 1000),
                fields.optional("smsReceiptText", 1000),
                fields.optional("shortCode", 32),
                fields.optional("currency", MerchantReader::currency, "must be an ISO 4217 code")
                        .map(Currency::getCurrencyCode),
                fields.flag("reminder"));
        return fields.make(() -> presets);
    }

    private static Optional<String> redirect(String text) {
        return Optional.of(text)
                .filter(url -> url.length() <= PartnerUrls.LONGEST && PartnerUrls.isRedirect(Template.of(url)));
    }

    /** A user would be kept, and shown to all who look at what has been set up. */
    private static Optional<String> endpoint(Fields fields, String name) {
        return fields.optional(
                name,
                text -> Optional.of(text)
                        .filter(url -> url.length() <= PartnerUrls.LONGEST
                                && PartnerUrls.isEndpoint(Template.of(url))
                                && !PartnerUrls.namesUser(Template.of(url))),
                "must be an absolute http or https URL without a user, with properties after its host only");
    }

    private static Optional<Duration> duration(String text) {
        return Optional.of(Duration.parse(text)).filter(time -> time.compareTo(Duration.ofMinutes(1)) >= 0);
    }
}
