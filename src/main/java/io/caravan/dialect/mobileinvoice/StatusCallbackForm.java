package io.caravan.dialect.mobileinvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.FetchedUrl;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Callbacks of the Mobile Invoice API: a GET of a URL that was a template, or a POST of JSON. */
final class StatusCallbackForm implements CallbackForm {

    private final CallbackBodies bodies;

    StatusCallbackForm(CallbackBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Dialect dialect() {
        return Dialect.MOBILEINVOICE;
    }

    @Override
    public boolean tells(EventType type) {
        return CallbackBodies.name(type).isPresent();
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] body(List<Event> events) {
        return bodies.body(events.get(0));
    }

    @Override
    public CallbackRequest request(Destination destination, byte[] body) {
        if (!FetchedUrl.is(destination.url())) {
            return CallbackForm.super.request(destination, body);
        }
        var values = values(Json.object(body).path("data"));
        var url = Template.of(FetchedUrl.url(destination.url())).url(name -> Optional.ofNullable(values.get(name)));
        return CallbackRequest.get(destination.at(url));
    }

    /** By names in lower case; the properties of the data win over custom ones. */
    private static Map<String, String> values(JsonNode data) {
        var values = new HashMap<String, String>();
        put(values, data.path("customProperties"));
        put(values, data);
        values.put("paymenttype", values.getOrDefault("paymentprovider", ""));
        values.put("paymentselectionpageurl", values.getOrDefault("mobileinvoiceurl", ""));
        return values;
    }

    private static void put(Map<String, String> values, JsonNode object) {
        object.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> values.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue().asText()));
    }
}
