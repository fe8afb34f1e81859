package io.caravan.dialect.mobileinvoice;

import io.caravan.core.money.Money;
import io.caravan.core.partner.PartnerDetails;
import io.caravan.core.partner.PartnerUrls;
import io.caravan.core.partner.Presets;
import io.caravan.core.payer.Phone;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.sms.Originator;
import io.caravan.core.template.Template;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a pre-transaction. */
final class PreTransactionReader {

    static final Set<String> CURRENCIES = Set.of("NOK", "DKK", "SEK", "EUR", "USD", "BGN");
    static final BigDecimal LARGEST = new BigDecimal("999999.99");
    static final int ID = 50;

    private static final int DESCRIPTION = 500;
    private static final int OCR = 32;
    private static final int ORIGINATOR = 16;
    private static final int SMS = 1600;
    private static final int PROPERTY = 1000;
    private static final int PROVIDER = 32;
    private static final String ONLY_PAGE = "{{" + PartnerUrls.PAGE + "}}";

    private final Fields fields;
    private final PartnerDetails caller;
    private final Map<String, String> properties;

    PreTransactionReader(Fields fields, PartnerDetails caller) {
        this.fields = fields;
        this.caller = caller;
        this.properties = fields.properties("customProperties", PROPERTY);
    }

    /**
     * The pre-transaction.
     *
     * @throws io.caravan.core.problem.InvalidInput all that is wrong with its fields
     * @throws Forbidden if it is another partner's
     */
    PreTransactionDraft read() {
        checkPartner(fields, caller);
        refuseWhatIsNotOffered(fields);
        var amount = amount(fields);
        var msisdn = msisdn();
        var referenceId = fields.text("referenceId", ID);
        var correlationId = fields.text("correlationId", ID);
        var expiry = fields.time("expiryUtc");
        var terms = terms(msisdn);
        fields.refuseIfAny();
        return new PreTransactionDraft(
                caller.partner(), amount.orElseThrow(), msisdn, referenceId, correlationId, expiry, terms);
    }

    static void checkPartner(Fields fields, PartnerDetails caller) {
        var named = fields.required("partnerId", fields.number("partnerId"));
        if (named.filter(id -> id != caller.partner().id()).isPresent()) {
            throw new Forbidden();
        }
    }

    static Optional<Money> amount(Fields fields) {
        var currency =
                fields.required("currency", fields.text("currency", 3)).map(text -> text.toUpperCase(Locale.ROOT));
        if (currency.filter(code -> !CURRENCIES.contains(code)).isPresent()) {
            fields.wrong("currency", "must be one of BGN, DKK, EUR, NOK, SEK and USD");
            currency = Optional.empty();
        }
        var amount = fields.required("amount", fields.amount("amount", LARGEST));
        var known = currency;
        return amount.flatMap(value -> known.map(code -> Money.of(value, Currency.getInstance(code))));
    }

    static Optional<String> ocr(Fields fields) {
        return fields.text("ocr", OCR).or(() -> fields.text("transactionReconRef", OCR));
    }

    /** An empty list of methods asks for none. */
    static void refuseWhatIsNotOffered(Fields fields) {
        for (var name : List.of("authentication", "authenticationMethods")) {
            fields.value(name)
                    .filter(asked -> !asked.isArray() || !asked.isEmpty())
                    .ifPresent(asked -> fields.wrong(name, "is not offered"));
        }
        if (fields.has("viewTemplateName")) {
            fields.wrong("viewTemplateName", "is not known");
        }
    }

    private Optional<Phone> msisdn() {
        var text = fields.text("msisdn", 40);
        var phone = text.flatMap(number -> Phone.parse(number, caller.merchant().country()));
        if (text.isPresent() && phone.isEmpty()) {
            fields.wrong("msisdn", "must be a phone number, as +4791234567");
        }
        return phone;
    }

    private Terms terms(Optional<Phone> msisdn) {
        var presets = presets();
        var providers = providers();
        var skip = fields.flag("skipLandingPage").orElse(false);
        if (skip && providers.size() != 1) {
            fields.wrong("skipLandingPage", "needs exactly one payment provider");
        }
        var sendSms = fields.flag("sendSms").orElse(msisdn.isPresent());
        if (sendSms && msisdn.isEmpty() && !fields.has("msisdn")) {
            fields.wrong("sendSms", "needs an msisdn");
        }
        return new Terms(
                providers,
                fields.number("campaignId"),
                fields.text("description", DESCRIPTION),
                ocr(fields),
                redirect("returnUrl", presets.returnUrl()),
                endpoint("statusCallbackUrl", presets.statusCallbackUrl()),
                endpoint("smsStatusCallbackUrl", presets.smsStatusCallbackUrl()),
                originator().or(presets::smsNotificationOriginator),
                template("smsNotificationText", SMS, presets.smsNotificationText())
                        .or(() -> Optional.of(ONLY_PAGE)),
                fields.time("smsNotificationSendTimeUtc"),
                template("smsReceiptText", SMS, presets.smsReceiptText()),
                Optional.empty(),
                fields.text("sourceId", ID),
                redirect("customLandingPageUrl", Optional.empty()),
                skip,
                sendSms,
                presets.reminder().orElse(false),
                properties);
    }

    private Presets presets() {
        var id = fields.number("campaignId");
        var campaign = id.flatMap(caller::campaign);
        if (id.isPresent() && campaign.isEmpty()) {
            fields.wrong("campaignId", "is not known");
        }
        var own = caller.partner().settings().presets();
        return campaign.map(known -> known.presets().or(own)).orElse(own);
    }

    private List<String> providers() {
        var names = fields.texts("paymentProviders", PROVIDER).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (!fields.has("paymentProviders")) {
            fields.wrong("paymentProviders", "is required");
        } else if (names.isEmpty()) {
            fields.wrong("paymentProviders", "must name at least one");
        }
        var known = caller.partner().settings().providers();
        if (!known.keySet().containsAll(names)) {
            fields.wrong("paymentProviders", "must be of those that payment-providers lists");
        }
        return names;
    }

    private Optional<String> originator() {
        var text = fields.text("smsNotificationOriginator", ORIGINATOR);
        if (text.filter(name -> Originator.parse(name).isEmpty()).isPresent()) {
            fields.wrong("smsNotificationOriginator", "must be a number, or a name of at most 11 characters");
        }
        return text;
    }

    /** What campaign or partner have preset is held against this pre-transaction's properties, too. */
    private Optional<String> template(String name, int longest, Optional<String> preset) {
        var text = fields.text(name, longest).or(() -> preset);
        text.map(Template::of)
                .map(template -> Properties.unknown(template, properties))
                .filter(unknown -> !unknown.isEmpty())
                .ifPresent(unknown -> fields.wrong(name, "has unknown properties: " + String.join(", ", unknown)));
        return text;
    }

    private Optional<String> redirect(String name, Optional<String> preset) {
        var url = template(name, PartnerUrls.LONGEST, preset);
        if (url.filter(text -> !PartnerUrls.isRedirect(Template.of(text))).isPresent()) {
            fields.wrong(name, PartnerUrls.NO_REDIRECT);
        }
        return url;
    }

    private Optional<String> endpoint(String name, Optional<String> preset) {
        var url = template(name, PartnerUrls.LONGEST, preset);
        if (url.filter(text -> !PartnerUrls.isEndpoint(Template.of(text))).isPresent()) {
            fields.wrong(name, PartnerUrls.NO_ENDPOINT);
        }
        return url;
    }
}
