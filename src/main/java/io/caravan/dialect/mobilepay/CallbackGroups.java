package io.caravan.dialect.mobilepay;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import java.time.Duration;
import java.util.List;

/** Callbacks as MobilePay sends them: the events that wait for an endpoint, gathered into one JSON array. */
record CallbackGroups(CallbackWriter writer, Duration gatherInterval) implements CallbackForm {

    @Override
    public Dialect dialect() {
        return Dialect.MOBILEPAY;
    }

    @Override
    public boolean tells(EventType type) {
        return writer.tells(type);
    }

    @Override
    public int groupSize() {
        return 500;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] body(List<Event> events) {
        return writer.events(events);
    }
}
