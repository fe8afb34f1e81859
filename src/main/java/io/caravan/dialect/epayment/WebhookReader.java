package io.caravan.dialect.epayment;

import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.event.EventType;
import io.caravan.core.salesunit.SalesUnit;
import java.util.EnumSet;

/** Reads what a sales unit wants to hear of, and where. */
final class WebhookReader {

    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_TYPE = 100;
    private static final String MISSING = "The property is required and cannot be null or empty.";

    private WebhookReader() {}

    static RegistrationRequest read(byte[] body, SalesUnit unit) {
        var fields = Json.fields(body);
        var url = fields.required("url", fields.text("url", 0, LONGEST_URL));
        if (url.filter(String::isBlank).isPresent()) {
            fields.wrong("url", MISSING);
        }
        var types = fields.texts("events", LONGEST_TYPE);
        var events = EnumSet.noneOf(EventType.class);
        types.forEach(type -> PaymentEvents.ofWebhookType(type)
                .ifPresentOrElse(
                        events::add, () -> fields.wrong("events", "has a type of event that is not known here")));
        if (types.isEmpty()) {
            fields.wrong("events", MISSING);
        }
        fields.refuseIfAny();
        return new RegistrationRequest(unit, url.orElseThrow(), events);
    }
}
