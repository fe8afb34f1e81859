package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.WaitingEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Deliveries of one event each, whose id is that event's always: replays and tests. */
final class ApartDeliveries {

    private final WaitingEvents waitingEvents;
    private final Deliveries deliveries;
    private final CallbackForms forms;

    ApartDeliveries(WaitingEvents waitingEvents, Deliveries deliveries, CallbackForms forms) {
        this.waitingEvents = waitingEvents;
        this.deliveries = deliveries;
        this.forms = forms;
    }

    /** Takes at most so many; adds events that cannot be put into words, and are given up, to the list. */
    List<Deliveries.Due> take(
            Lease lease, Endpoint endpoint, Instant now, int room, List<WaitingEvents.Waiting> unspeakable) {
        var form = forms.of(endpoint.dialect());
        var made = new LinkedHashMap<Deliveries.Due, WaitingEvents.Waiting>();
        var speechless = new ArrayList<WaitingEvents.Waiting>();
        for (var callback : waitingEvents.apart(endpoint.id(), now, room)) {
            try {
                var body = form.body(List.of(callback.event()));
                made.put(new Deliveries.Due(DeliveryId.of(callback.id()), 1, body, callback.since()), callback);
            } catch (RuntimeException e) {
                speechless.add(callback);
            }
        }
        var taken = made.isEmpty() ? List.<Deliveries.Due>of() : deliveries.reopen(lease, made.keySet(), now);
        made.forEach((delivery, callback) -> waitingEvents.send(delivery.id(), List.of(callback)));
        speechless.forEach(callback -> waitingEvents.giveUp(endpoint, callback, now));
        unspeakable.addAll(speechless);
        return taken;
    }
}
