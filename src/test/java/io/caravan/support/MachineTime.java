package io.caravan.support;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long this machine has run since then. While it was stopped, by whoever lends it, nothing in it could keep a promise;
 * of such a pause no more than a second counts.
 */
public final class MachineTime {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MOST = TimeUnit.SECONDS.toNanos(1);
    private static final long STILL = TimeUnit.SECONDS.toNanos(2);
    private static final AtomicLong RUN = new AtomicLong();

    private static long last = System.nanoTime();

    static {
        Executors.newSingleThreadScheduledExecutor(task -> {
                    var thread = new Thread(task, "machine-time");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleWithFixedDelay(MachineTime::tick, TICK, TICK, TimeUnit.NANOSECONDS);
    }

    private final long began = RUN.get();
    private final long since = System.nanoTime();

    private static void tick() {
        long now = System.nanoTime();
        RUN.addAndGet(Math.min(now - last, MOST));
        last = now;
    }

    public Duration passed() {
        return Duration.ofNanos(RUN.get() - began);
    }

    public boolean hasPassed(Duration time) {
        return passed().compareTo(time) > 0;
    }

    /** Whether it was stopped meanwhile: leases and timeouts may have passed then, and work been done again. */
    public boolean stoodStill() {
        long lost = System.nanoTime() - since - (RUN.get() - began);
        if (lost > STILL) {
            System.out.println(
                    "The machine stood still for " + Duration.ofNanos(lost) + ": repetitions are right then");
        }
        return lost > STILL;
    }
}
