package io.caravan.callback;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.store.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Callbacks whose body lists events as {@code ["subject#number"]}; a rejected invoice leaves it speechless. */
public record PlainForm(Dialect dialect, int groupSize, Duration gatherInterval) implements CallbackForm {

    public static final Sealer SEALER = new Sealer("test", Map.of("test", new byte[32]));

    @Override
    public boolean tells(EventType type) {
        return type.name().startsWith("INVOICE_");
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] body(List<Event> events) {
        return events.stream()
                .map(PlainForm::text)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Event event) {
        if (event.type() == EventType.INVOICE_REJECTED) {
            throw new IllegalStateException("no word for this");
        }
        return "\"" + event.subject() + "#" + event.number() + "\"";
    }
}
