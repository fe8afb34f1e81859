package io.caravan.camel;

import io.caravan.core.problem.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Lets only so many requests at once into steps that wait for a provider; the others are refused as {@link Busy} before
 * anything has begun. All routes under this policy share the places, so that slow providers never take all threads of
 * the server.
 */
public final class ProviderThreads implements Policy {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore places;

    public ProviderThreads(int places) {
        this.places = new Semaphore(places);
    }

    /** How many more requests are let in now. */
    public int free() {
        return places.availablePermits();
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DelegateAsyncProcessor(steps) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (!places.tryAcquire()) {
                    exchange.setException(new Busy(RETRY_AFTER));
                    callback.done(true);
                    return true;
                }
                return super.process(exchange, doneSync -> {
                    places.release();
                    callback.done(doneSync);
                });
            }
        };
    }
}
