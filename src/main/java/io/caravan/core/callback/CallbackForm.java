package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a dialect tells merchants what happened. */
public interface CallbackForm {

    Dialect dialect();

    /** Whether merchants are told of such events. */
    boolean tells(EventType type);

    /** How many events may go in one delivery. */
    default int groupSize() {
        return 1;
    }

    /** How often the events that wait for an endpoint are gathered; zero if each goes at once. */
    default Duration gatherInterval() {
        return Duration.ZERO;
    }

    String contentType();

    /** What is kept of the events for all attempts, and posted unless the form says otherwise. */
    byte[] body(List<Event> events);

    /**
     * How that is sent: posted as it is, unless the dialect has another way, such as a GET to a URL that it fills in.
     * The destination is the endpoint's at the time of the attempt.
     */
    default CallbackRequest request(Destination destination, byte[] body) {
        return CallbackRequest.post(destination, contentType(), body);
    }

    /** The same, for a dialect that proves in its own way that it comes from us: the endpoint is this merchant's. */
    default CallbackRequest request(MerchantId merchant, Destination destination, byte[] body) {
        return request(destination, body);
    }

    /**
     * When an event that is first in line now can go: at once, or the next time the endpoint's events are gathered.
     * Each endpoint has its own beat, so that not all are served in the same moment.
     */
    default Instant readyAt(EndpointId endpoint, Instant now) {
        long interval = gatherInterval().toMillis();
        if (interval == 0) {
            return now;
        }
        long beat = Math.floorMod(endpoint.value().getLeastSignificantBits(), interval);
        return now.plusMillis(interval - Math.floorMod(now.toEpochMilli() - beat, interval));
    }
}
