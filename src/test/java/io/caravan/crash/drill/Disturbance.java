package io.caravan.crash.drill;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What befalls the processes while merchants and payers act. It ends when told, or by itself. */
abstract class Disturbance implements Runnable {

    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Integer> done = new TreeMap<>();
    private volatile RuntimeException failure;

    /** Does its work until it is over. */
    abstract void disturb() throws InterruptedException;

    @Override
    public final void run() {
        try {
            disturb();
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it end; what is dead by then is started first. */
    void end() {
        over.countDown();
    }

    /** How often it did what. */
    final synchronized Map<String, Integer> done() {
        return new TreeMap<>(done);
    }

    /** Throws what has kept it from its work, if something has. */
    final void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }

    final synchronized void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** Leaves the processes alone for so long; answers whether it is over, and then at once. */
    final boolean pause(Duration time) throws InterruptedException {
        return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
