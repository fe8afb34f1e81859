package io.caravan.dialect.epayment;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import io.caravan.core.paymentrequest.PaymentDraft;
import io.caravan.core.paymentrequest.PaymentTerms;
import io.caravan.core.paymentrequest.QrFormat;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.json.JsonFields;
import io.caravan.json.ObjectFields;
import io.caravan.receipt.ReceiptReader;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a payment as a sales unit wants it, all faults at once. */
final class PaymentReader {

    private static final String REFERENCE = "^[a-zA-Z0-9-]{8,64}$";
    /** Bytes; what is stored of a request has about as many characters. */
    private static final int LONGEST = 500_000;

    private static final String CODE = "[A-Z]{3}";
    private static final long LARGEST = 65_000_000;
    private static final int MOST_METADATA = 5;
    private static final int PIXELS = 1024;
    private static final Set<String> SCOPES = Set.of("name", "address", "email", "phoneNumber", "birthDate", "nin");

    private final ObjectFields fields;
    private final SalesUnit unit;

    private PaymentReader(ObjectFields fields, SalesUnit unit) {
        this.fields = fields;
        this.unit = unit;
    }

    static PaymentDraft read(byte[] body, SalesUnit unit) {
        if (body.length > LONGEST) {
            throw InvalidInput.of("receipt", "must be short enough for a request of " + LONGEST + " bytes");
        }
        return new PaymentReader(Json.fields(body), unit).draft();
    }

    /** An amount that must be there. */
    static Optional<Money> amount(ObjectFields fields, String name, long least) {
        return fields.required(name, fields.object(name)).flatMap(inner -> {
            var currency =
                    inner.required("currency", inner.text("currency", 3, 3)).flatMap(code -> currency(inner, code));
            var value = inner.required("value", inner.number("value", least, LARGEST));
            return currency.flatMap(known -> value.map(minor -> new Money(minor, known)));
        });
    }

    private static Optional<Currency> currency(ObjectFields fields, String code) {
        try {
            if (code.matches(CODE)) {
                return Optional.of(Currency.getInstance(code));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        fields.wrong("currency", "must be a currency of ISO 4217");
        return Optional.empty();
    }

    private PaymentDraft draft() {
        var reference = fields.required("reference", fields.digits("reference", 1, 1000))
                .filter(this::isReference);
        var amount = amount(fields, "amount", 0);
        var flow = fields.required("userFlow", fields.text("userFlow", 1, 20)).flatMap(this::flow);
        var isPush = flow.filter(UserFlow.PUSH_MESSAGE::equals).isPresent();
        var phone = fields.object("customer").flatMap(customer -> phone(customer, isPush));
        if (isPush && !fields.has("customer")) {
            fields.wrong("customer", FaultCodes.REQUIRED);
        }
        var card = fields.required("paymentMethod", fields.object("paymentMethod"))
                .flatMap(method ->
                        method.required("type", method.text("type", 1, 40)).flatMap(type -> means(method, type)))
                .orElse(false);
        if (card && flow.filter(UserFlow.WEB_REDIRECT::equals).isEmpty()) {
            fields.wrong("userFlow", "must be WEB_REDIRECT for cards");
        }
        var expiresAt = fields.time("expiresAt");
        var terms = terms(card, flow);
        fields.refuseIfAny();
        return new PaymentDraft(
                unit, reference.orElseThrow(), amount.orElseThrow(), flow.orElseThrow(), phone, expiresAt, terms);
    }

    private boolean isReference(String text) {
        var fits = text.matches(REFERENCE);
        if (!fits) {
            fields.wrong("reference", "The field Reference must match the regular expression '" + REFERENCE + "'.");
        }
        return fits;
    }

    private Optional<UserFlow> flow(String text) {
        var flow = Arrays.stream(UserFlow.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
        if (flow.isEmpty()) {
            fields.wrong("userFlow", "must be PUSH_MESSAGE, NATIVE_REDIRECT, WEB_REDIRECT or QR");
        }
        return flow;
    }

    /**
     * Who is asked, in one of three ways. Nobody here knows the tokens and codes of the other two. Shops also send a
     * customer of whom they know nothing, which names nobody.
     */
    private Optional<Phone> phone(ObjectFields customer, boolean isPush) {
        var ways = List.of("phoneNumber", "personalQr", "customerToken");
        var given = ways.stream().filter(customer::has).toList();
        if (given.isEmpty() && !isPush) {
            return Optional.empty();
        }
        if (given.size() != 1) {
            fields.wrong("customer", "must have exactly one of phoneNumber, personalQr and customerToken");
            return Optional.empty();
        }
        if (!customer.has("phoneNumber")) {
            customer.wrong(given.get(0), "is not known");
            return Optional.empty();
        }
        var phone = phoneNumber(customer);
        if (phone.isEmpty()) {
            customer.wrong("phoneNumber", "must be a phone number with the code of its country, 9 to 15 digits");
        }
        return phone;
    }

    static Optional<Phone> phoneNumber(ObjectFields customer) {
        return customer.digits("phoneNumber", 1, 100)
                .filter(digits -> digits.matches("[0-9]{9,15}"))
                .flatMap(digits -> Phone.parse("+" + digits));
    }

    /** Whether any card will do. */
    private static Optional<Boolean> means(ObjectFields method, String type) {
        if (!method.texts("blockedSources", 40).stream().allMatch(Set.of("CREDIT", "DEBIT")::contains)) {
            method.wrong("blockedSources", "must be CREDIT or DEBIT");
        }
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "WALLET" -> Optional.of(false);
            case "CARD" -> Optional.of(true);
            default -> {
                method.wrong("type", "must be WALLET or CARD");
                yield Optional.empty();
            }
        };
    }

    private PaymentTerms terms(boolean card, Optional<UserFlow> flow) {
        var returnUrl = fields.text("returnUrl", 1, 2500).filter(url -> isUrl("returnUrl", url));
        if (flow.filter(UserFlow.WEB_REDIRECT::equals).isPresent() && !fields.has("returnUrl")) {
            fields.wrong("returnUrl", FaultCodes.REQUIRED);
        }
        var receipt = fields.object("receipt").flatMap(ReceiptReader::read);
        var receiptUrl = fields.text("receiptUrl", 1, 2500).filter(url -> isUrl("receiptUrl", url));
        if (fields.has("receipt") && fields.has("receiptUrl")) {
            fields.wrong("receiptUrl", "cannot be given together with receipt");
        }
        fields.text("customerInteraction", 1, 40)
                .filter(told ->
                        !Set.of("CUSTOMER_PRESENT", "CUSTOMER_NOT_PRESENT").contains(told))
                .ifPresent(told ->
                        fields.wrong("customerInteraction", "must be CUSTOMER_PRESENT or CUSTOMER_NOT_PRESENT"));
        return new PaymentTerms(
                card,
                fields.text("paymentDescription", 3, 100),
                scopes(),
                metadata(),
                returnUrl,
                flow.filter(UserFlow.QR::equals).map(qr -> qr()),
                fields.number("minimumUserAge", 0, 100).map(Long::intValue),
                receipt,
                receiptUrl,
                fields.object("industryData").flatMap(this::airline));
    }

    private boolean isUrl(String name, String text) {
        var fits = Urls.isPossible(text, unit.settings().test());
        if (!fits) {
            fields.wrong(name, "must be an address that begins with https:// or the scheme of an app");
        }
        return fits;
    }

    private List<String> scopes() {
        var scopes = fields
                .object("profile")
                .flatMap(profile -> profile.text("scope", 0, 200))
                .map(text -> List.of(text.trim().split("\\s+")))
                .orElse(List.of())
                .stream()
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
        if (!SCOPES.containsAll(scopes)) {
            fields.wrong("profile.scope", "must be some of name, address, email, phoneNumber, birthDate and nin");
        }
        return scopes;
    }

    private Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        fields.object("metadata").flatMap(given -> fields.value("metadata")).ifPresent(given -> given.properties()
                .forEach(pair -> metadata.put(pair.getKey(), text(pair.getKey(), pair.getValue()))));
        if (metadata.size() > MOST_METADATA) {
            fields.wrong("metadata", "must have at most " + MOST_METADATA + " pairs");
        }
        return metadata;
    }

    private String text(String key, JsonNode value) {
        if (key.isEmpty() || key.length() > 100 || !JsonFields.isStorable(key)) {
            fields.wrong("metadata.key", "must be 1 to 100 characters long");
        }
        if (!value.isValueNode()
                || value.isNull()
                || value.asText().length() > 500
                || !JsonFields.isStorable(value.asText())) {
            fields.wrong("metadata.value", "must be a text of at most 500 characters");
            return "";
        }
        return value.asText();
    }

    private QrFormat qr() {
        return fields.object("qrFormat")
                .map(format -> {
                    var size =
                            format.number("size", 100, 2000).map(Long::intValue).orElse(PIXELS);
                    var kind = format.required("format", format.text("format", 1, 40))
                            .map(text -> kind(format, text))
                            .orElse(QrFormat.Kind.SVG);
                    return new QrFormat(kind, size);
                })
                .orElse(new QrFormat(QrFormat.Kind.SVG, PIXELS));
    }

    private static QrFormat.Kind kind(ObjectFields format, String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TEXT/TARGETURL" -> QrFormat.Kind.TARGET_URL;
            case "IMAGE/PNG" -> QrFormat.Kind.PNG;
            case "IMAGE/SVG+XML" -> QrFormat.Kind.SVG;
            default -> {
                format.wrong("format", "must be TEXT/TARGETURL, IMAGE/SVG+XML or IMAGE/PNG");
                yield QrFormat.Kind.SVG;
            }
        };
    }

    private Optional<String> airline(ObjectFields industry) {
        return industry.object("airlineData").flatMap(airline -> {
            airline.required("agencyInvoiceNumber", airline.text("agencyInvoiceNumber", 1, 6));
            airline.required("airlineCode", airline.text("airlineCode", 3, 3));
            airline.required("airlineDesignatorCode", airline.text("airlineDesignatorCode", 2, 2));
            airline.required("passengerName", airline.text("passengerName", 1, 49));
            airline.text("ticketNumber", 1, 150);
            return industry.value("airlineData").map(JsonNode::toString).filter(text -> text.length() < 2000);
        });
    }
}
