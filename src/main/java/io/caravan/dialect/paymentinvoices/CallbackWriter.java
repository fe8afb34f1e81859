package io.caravan.dialect.paymentinvoices;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.Destination;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Callbacks: the payment invoice as it stands now, signed with the private key of its mode. */
final class CallbackWriter implements CallbackForm {

    private final Function<PaymentId, PaymentInvoiceReport> reports;
    private final AccountKeys keys;
    private final InvoiceWriter invoices;

    CallbackWriter(Function<PaymentId, PaymentInvoiceReport> reports, AccountKeys keys, InvoiceWriter invoices) {
        this.reports = reports;
        this.keys = keys;
        this.invoices = invoices;
    }

    @Override
    public Dialect dialect() {
        return Dialect.PAYMENTINVOICES;
    }

    @Override
    public boolean tells(EventType type) {
        return switch (type) {
            case PAYMENT_CREATED,
                    PAYMENT_CAPTURED,
                    PAYMENT_REFUNDED,
                    PAYMENT_EXPIRED,
                    PAYMENT_TERMINATED,
                    PAYMENT_ABORTED,
                    PAYMENT_CANCELLED,
                    PAYMENT_FAILED -> true;
            default -> false;
        };
    }

    @Override
    public String contentType() {
        return MediaTypes.JSON;
    }

    @Override
    public byte[] body(List<Event> events) {
        var event = events.get(0);
        return StrictJson.bytes(
                event.type() == EventType.CALLBACK_TEST
                        ? test(event)
                        : invoices.document(reports.apply(new PaymentId(event.subject()))));
    }

    /** @throws IllegalStateException without a key: nothing goes out that is not signed */
    @Override
    public CallbackRequest request(MerchantId merchant, Destination destination, byte[] body) {
        var data = Json.object(body).path("data");
        var testMode = data.path("attributes").path("test_mode").asBoolean();
        var key = keys.find(merchant, data.path("id").asText(), testMode)
                .orElseThrow(() -> new IllegalStateException("no private key for callbacks of " + merchant));
        return CallbackRequest.post(
                destination, contentType(), body, CallbackSignature.HEADER, CallbackSignature.of(key, body));
    }

    private static Map<String, Object> test(Event event) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("test_mode", true);
        attributes.put("created", event.at().getEpochSecond());
        var data = new LinkedHashMap<String, Object>();
        data.put("type", "callback-tests");
        data.put("id", event.id().toString());
        data.put("attributes", attributes);
        return Map.of("data", data);
    }
}
