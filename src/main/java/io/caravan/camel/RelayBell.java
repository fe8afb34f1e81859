package io.caravan.camel;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.ProducerTemplate;

/**
 * Wakes a route after a commit. It rings once however many commits there are before the route has heard it, never
 * blocks, and may be missed: the route looks for itself every second.
 */
public final class RelayBell implements Runnable {

    private final ProducerTemplate producer;
    private final String endpoint;
    private final AtomicBoolean ringing = new AtomicBoolean();

    /** Rings at this seda endpoint. */
    public RelayBell(ProducerTemplate producer, String endpoint) {
        this.producer = producer;
        this.endpoint = endpoint;
    }

    /** Rings. */
    @Override
    public void run() {
        if (ringing.compareAndSet(false, true)) {
            ring();
        }
    }

    /** Rings although it may be ringing: a route that was stopped meanwhile never hears what rang before. */
    public void again() {
        ringing.set(true);
        ring();
    }

    private void ring() {
        try {
            producer.sendBody(endpoint, null);
        } catch (RuntimeException e) {
            ringing.set(false);
        }
    }

    /** The first step of the route: whatever is committed from now on rings again. */
    public void heard() {
        ringing.set(false);
    }
}
