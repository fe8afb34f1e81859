package io.caravan;

import java.util.function.BooleanSupplier;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/** Whether requests can be answered: from when the routes have started until they begin to stop. */
final class Opening implements BooleanSupplier, ApplicationListener<ApplicationStartedEvent>, SmartLifecycle {

    private volatile boolean running;
    private volatile boolean open;

    @Override
    public boolean getAsBoolean() {
        return open;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        open = true;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        open = false;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It ends before the routes do, and they before the server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
