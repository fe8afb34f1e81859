package io.caravan.callback;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.Destination;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Callbacks that are a GET to the endpoint's URL, in which {@code {{id}}} is filled in. */
record TemplateForm(Dialect dialect) implements CallbackForm {

    @Override
    public boolean tells(EventType type) {
        return true;
    }

    @Override
    public String contentType() {
        return "";
    }

    @Override
    public byte[] body(List<Event> events) {
        return events.get(0).subject().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public CallbackRequest request(Destination destination, byte[] body) {
        var id = new String(body, StandardCharsets.UTF_8);
        return CallbackRequest.get(destination.at(destination.url().replace("{{id}}", id)));
    }
}
