package io.caravan;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker in this process. One that has ended by itself, as Artemis does when its journal cannot be written, is
 * started again until that succeeds. What it had taken is in the journal.
 */
final class EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final EmbeddedActiveMQ broker;
    private final Duration lookedAtEvery;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "broker-keeper");
        thread.setDaemon(true);
        return thread;
    });

    EmbeddedBroker(EmbeddedActiveMQ broker, Duration lookedAtEvery) {
        this.broker = broker;
        this.lookedAtEvery = lookedAtEvery;
    }

    void start() throws Exception {
        broker.start();
        keeper.scheduleWithFixedDelay(
                this::keep, lookedAtEvery.toMillis(), lookedAtEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() throws Exception {
        keeper.shutdownNow();
        keeper.awaitTermination(1, TimeUnit.MINUTES);
        broker.stop();
    }

    private void keep() {
        if (broker.getActiveMQServer().isActive()) {
            return;
        }
        LOG.warn("The embedded broker has ended and is started again");
        try {
            broker.stop();
            broker.start();
        } catch (Exception e) {
            LOG.warn("The embedded broker does not start", e);
        }
    }
}
