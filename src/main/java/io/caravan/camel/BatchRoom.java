package io.caravan.camel;

import io.caravan.core.problem.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Lets batches into the steps that read and store them as long as their bodies together fit into some room: what is
 * made of a body takes several times its size of memory. The others wait in line, and are refused as {@link Busy} when
 * it takes too long.
 */
public final class BatchRoom implements Policy {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int bytes;
    private final Duration patience;
    private final Semaphore room;

    /** Room for so many bytes of bodies. One that is larger than all of it gets all of it. */
    public BatchRoom(int bytes, Duration patience) {
        this.bytes = bytes;
        this.patience = patience;
        this.room = new Semaphore(bytes, true);
    }

    /** How many bytes could come in now. */
    public int free() {
        return room.availablePermits();
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DelegateAsyncProcessor(steps) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                int size = Math.min(exchange.getMessage().getBody(byte[].class).length, bytes);
                if (!enter(size)) {
                    exchange.setException(new Busy(RETRY_AFTER));
                    callback.done(true);
                    return true;
                }
                return super.process(exchange, doneSync -> {
                    room.release(size);
                    callback.done(doneSync);
                });
            }
        };
    }

    private boolean enter(int size) {
        try {
            return room.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
