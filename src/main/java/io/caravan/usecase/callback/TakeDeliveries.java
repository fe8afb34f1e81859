package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Grant;
import io.caravan.core.callback.Groups;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.RetryPlan;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.Taken;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.page.PageLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes what is due for an endpoint: deliveries to be tried again first, then new ones made of what waits. For a
 * suspended endpoint that is a probe now and then: what has been tried least often, so each is about something else.
 */
public class TakeDeliveries {

    private final Endpoints endpoints;
    private final Standings standings;
    private final WaitingEvents waitingEvents;
    private final Deliveries deliveries;
    private final CallbackForms forms;
    private final ApartDeliveries apartDeliveries;
    private final PageLinks links;
    private final Clock businessTime;
    private final Clock realTime;

    public TakeDeliveries(
            Endpoints endpoints,
            Standings standings,
            WaitingEvents waitingEvents,
            Deliveries deliveries,
            CallbackForms forms,
            PageLinks links,
            Clock businessTime,
            Clock realTime) {
        this.endpoints = endpoints;
        this.standings = standings;
        this.waitingEvents = waitingEvents;
        this.deliveries = deliveries;
        this.forms = forms;
        this.apartDeliveries = new ApartDeliveries(waitingEvents, deliveries, forms);
        this.links = links;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /** Gives the endpoint back if nothing is due and nothing is on its way. */
    public Taken take(Grant grant) {
        return endpoints
                .hold(grant.lease(), realTime.instant())
                .map(endpoint -> take(grant, endpoint))
                .orElseGet(Taken::released);
    }

    private Taken take(Grant grant, Endpoint endpoint) {
        var now = businessTime.instant();
        int room = endpoint.standing().room(grant, now);
        var unspeakable = new ArrayList<WaitingEvents.Waiting>();
        var due = endpoint.standing().isSuspended()
                ? probe(grant.lease(), endpoint, now, room, unspeakable)
                : due(grant.lease(), endpoint, now, room, unspeakable);
        if (due.isEmpty() && unspeakable.isEmpty() && grant.idle()) {
            endpoints.release(grant.lease(), nextTime(endpoint));
            return Taken.released();
        }
        var postings = due.stream()
                .map(delivery -> posting(grant.lease(), endpoint, delivery))
                .toList();
        return new Taken(postings, unspeakable, true);
    }

    private List<Deliveries.Due> due(
            Lease lease, Endpoint endpoint, Instant now, int room, List<WaitingEvents.Waiting> unspeakable) {
        var due = new ArrayList<>(deliveries.takeDue(lease, now, room));
        if (due.size() < room) {
            due.addAll(gather(lease, endpoint, now, room - due.size(), unspeakable));
        }
        if (due.size() < room) {
            due.addAll(apartDeliveries.take(lease, endpoint, now, room - due.size(), unspeakable));
        }
        return due;
    }

    private List<Deliveries.Due> probe(
            Lease lease, Endpoint endpoint, Instant now, int room, List<WaitingEvents.Waiting> unspeakable) {
        if (room == 0) {
            return List.of();
        }
        var due = new ArrayList<>(gather(lease, endpoint, now, 1, unspeakable));
        if (due.isEmpty()) {
            due.addAll(apartDeliveries.take(lease, endpoint, now, 1, unspeakable));
        }
        if (due.isEmpty()) {
            deliveries.takeLeastTried(lease).ifPresent(due::add);
        }
        if (!due.isEmpty()) {
            standings.put(Map.of(endpoint.id(), endpoint.standing().probed(now)));
        }
        return due;
    }

    private List<Deliveries.Due> gather(
            Lease lease, Endpoint endpoint, Instant now, int room, List<WaitingEvents.Waiting> unspeakable) {
        var form = forms.of(endpoint.dialect());
        var waiting = waitingEvents.ready(endpoint.id(), now, room * form.groupSize());
        var made = new LinkedHashMap<Deliveries.Due, List<WaitingEvents.Waiting>>();
        for (var group : Groups.of(waiting, form.groupSize(), room)) {
            var members = speakable(form, group);
            body(form, members).ifPresent(body -> made.put(delivery(newId(form, members), body, members), members));
            if (members.size() < group.size()) {
                group.stream().filter(callback -> !members.contains(callback)).forEach(unspeakable::add);
            }
        }
        deliveries.add(lease, made.keySet(), now);
        made.forEach((delivery, members) -> waitingEvents.send(delivery.id(), members));
        unspeakable.forEach(callback -> waitingEvents.giveUp(endpoint, callback, now));
        return List.copyOf(made.keySet());
    }

    private static DeliveryId newId(CallbackForm form, List<WaitingEvents.Waiting> members) {
        return form.groupSize() == 1 ? DeliveryId.of(members.get(0).id()) : DeliveryId.next();
    }

    /** As old as the youngest of its events: none is given up before its time. */
    private static Deliveries.Due delivery(DeliveryId id, byte[] body, List<WaitingEvents.Waiting> members) {
        var since = members.stream().map(WaitingEvents.Waiting::since).max(Instant::compareTo);
        return new Deliveries.Due(id, 1, body, since.orElseThrow());
    }

    /** An event that cannot be put into words holds up no other. */
    private static List<WaitingEvents.Waiting> speakable(CallbackForm form, List<WaitingEvents.Waiting> group) {
        return body(form, group).isPresent()
                ? group
                : group.stream()
                        .filter(callback -> body(form, List.of(callback)).isPresent())
                        .toList();
    }

    private static Optional<byte[]> body(CallbackForm form, List<WaitingEvents.Waiting> group) {
        try {
            return group.isEmpty()
                    ? Optional.empty()
                    : Optional.of(form.body(
                            group.stream().map(WaitingEvents.Waiting::event).toList()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Posting posting(Lease lease, Endpoint endpoint, Deliveries.Due delivery) {
        return new Posting(
                delivery.id(),
                lease,
                endpoint.merchant(),
                endpoint.dialect(),
                delivery.attempt(),
                endpoint.leaseUntil().minus(Lease.EXCHANGE),
                delivery.since().plus(RetryPlan.PATIENCE),
                request(endpoint, delivery.content()));
    }

    private Optional<CallbackRequest> request(Endpoint endpoint, byte[] content) {
        try {
            return endpoint.destination().map(destination -> forms.of(endpoint.dialect())
                    .request(endpoint.merchant(), destination, links.fill(content)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> nextTime(Endpoint endpoint) {
        return Stream.of(waitingEvents.nextReady(endpoint.id()), deliveries.nextDue(endpoint.id()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(endpoint.standing()::notBefore);
    }
}
