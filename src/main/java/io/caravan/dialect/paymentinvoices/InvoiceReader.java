package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.access.Caller;
import io.caravan.core.paymentinvoice.Customer;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a payment invoice as a merchant wants it, all faults at once. */
final class InvoiceReader {

    private static final String TYPE = "payment-invoices";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_JSON = 16_000;
    private static final BigDecimal LAST =
            BigDecimal.valueOf(Instant.parse("9999-01-01T00:00:00Z").getEpochSecond());

    private final Fields data;
    private final Fields fields;

    private InvoiceReader(Fields data, Fields fields) {
        this.data = data;
        this.fields = fields;
    }

    static PaymentInvoiceDraft read(byte[] body, Caller caller) {
        var json = Json.object(body);
        var data = data(Fields.of(json), TYPE);
        var reader = new InvoiceReader(data, attributes(data));
        return reader.draft(json, caller);
    }

    /** The resource object, of this type. */
    static Fields data(Fields document, String type) {
        var resource = document.needed("data");
        resource.required("type", resource.text("type", LONGEST_NAME))
                .filter(named -> !named.equals(type))
                .ifPresent(other -> resource.wrong("type", "must be " + type));
        if (resource.has("id")) {
            resource.wrong("id", "is given here");
        }
        return resource;
    }

    static Fields attributes(Fields data) {
        return data.needed("attributes");
    }

    private PaymentInvoiceDraft draft(JsonNode json, Caller caller) {
        var merchant = caller.asMerchant().id();
        var amount = fields.required("amount", fields.number("amount"));
        var currency = fields.required("currency", fields.text("currency", LONGEST_NAME));
        fields.text("flow", LONGEST_NAME)
                .filter(flow -> !flow.equals("charge"))
                .ifPresent(other -> fields.wrong("flow", "must be charge"));
        var reference = fields.text("reference_id", LONGEST_NAME).filter(text -> !text.isEmpty());
        var service = fields.text("service", LONGEST_NAME).filter(text -> !text.isEmpty());
        var testMode = fields.flag("test_mode").orElse(false);
        var expires = fields.number("expires").flatMap(this::time);
        var terms = terms();
        fields.refuseIfAny();
        return new PaymentInvoiceDraft(
                merchant,
                caller.clientId(),
                reference,
                amount.orElseThrow(),
                currency.orElseThrow(),
                service,
                testMode,
                expires,
                terms,
                Json.hash(json));
    }

    private Optional<Instant> time(BigDecimal seconds) {
        if (seconds.signum() <= 0 || seconds.compareTo(LAST) > 0) {
            fields.wrong("expires", "must be a time in seconds since 1970");
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    }

    private PaymentInvoiceTerms terms() {
        return new PaymentInvoiceTerms(
                fields.text("description", LONGEST_TEXT),
                either("metadata").flatMap(metadata -> metadata.json(LONGEST_JSON)),
                fields.object("service_fields")
                        .map(values -> values.texts(LONGEST_TEXT))
                        .orElse(Map.of()),
                url(fields, "return_url"),
                either("return_urls").map(this::returnUrls).orElse(Map.of()),
                url(fields.has("callback_url") ? fields : data, "callback_url"),
                fields.object("customer").flatMap(this::customer));
    }

    /** Some write these beside the attributes. */
    private Optional<Fields> either(String name) {
        return fields.has(name) ? fields.object(name) : data.object(name);
    }

    private Map<String, String> returnUrls(Fields urls) {
        var known = new LinkedHashMap<String, String>();
        for (var name : List.of("fail", "pending", "success")) {
            url(urls, name).ifPresent(url -> known.put(name, url));
        }
        return known;
    }

    private static Optional<String> url(Fields of, String name) {
        return of.text(name, LONGEST_URL).filter(text -> !text.isEmpty()).filter(text -> {
            var fits = Urls.isWeb(text);
            if (!fits) {
                of.wrong(name, "must be an address that begins with https:// or http://");
            }
            return fits;
        });
    }

    private Optional<Customer> customer(Fields customer) {
        var reference = customer.required("reference_id", customer.text("reference_id", 1, LONGEST_NAME));
        var json = customer.json(LONGEST_JSON);
        return reference.flatMap(name -> json.map(all -> new Customer(name, all)));
    }
}
