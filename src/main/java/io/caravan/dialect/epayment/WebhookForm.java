package io.caravan.dialect.epayment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.json.StrictJson;
import java.util.List;

/** Callbacks of the ePayment API: a POST of each event by itself. */
final class WebhookForm implements CallbackForm {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Payload(
            String msn,
            String reference,
            String pspReference,
            String name,
            Amount amount,
            String timestamp,
            String idempotencyKey,
            boolean success) {}

    private record Amount(String currency, long value) {}

    @Override
    public Dialect dialect() {
        return Dialect.EPAYMENT;
    }

    @Override
    public boolean tells(EventType type) {
        return PaymentEvents.name(type).isPresent();
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] body(List<Event> events) {
        var event = events.get(0);
        return StrictJson.bytes(event.type() == EventType.CALLBACK_TEST ? test(event) : payload(event));
    }

    private static Payload payload(Event event) {
        var details = event.details();
        return new Payload(
                details.get(Detail.SALES_UNIT),
                details.get(Detail.REFERENCE),
                PaymentEvents.pspReference(event),
                PaymentEvents.name(event.type()).orElseThrow(),
                new Amount(details.get(Detail.CURRENCY), Long.parseLong(details.get(Detail.AMOUNT))),
                PaymentEvents.time(event.at()),
                details.get(Detail.REQUEST_KEY),
                true);
    }

    private static Payload test(Event event) {
        return new Payload(null, null, null, "TEST", null, PaymentEvents.time(event.at()), null, true);
    }
}
