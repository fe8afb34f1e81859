package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Things that happen at the same time. Closing it waits for all of them. */
public final class Race implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch finish = new CountDownLatch(1);

    /** Runs each of these in a thread of its own and answers what came out. */
    public static <T> List<T> of(List<? extends Callable<T>> runners) throws Exception {
        try (var race = new Race()) {
            var start = new CountDownLatch(1);
            var results = runners.stream()
                    .map(runner -> race.threads.submit(() -> {
                        start.await();
                        return runner.call();
                    }))
                    .toList();
            start.countDown();
            var out = new java.util.ArrayList<T>();
            for (var result : results) {
                out.add(result.get(10, TimeUnit.MINUTES));
            }
            return out;
        }
    }

    /** Starts something in another thread. */
    public <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /**
     * Starts a transaction in another thread that does this and stays open until {@link #finish()}. Returns when the work
     * has been done.
     */
    public Future<?> holdOpen(StoreFixture store, Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        var transaction = threads.submit(() -> store.inTransaction(() -> {
            work.run();
            done.countDown();
            await(finish);
        }));
        if (!done.await(10, TimeUnit.MINUTES)) {
            throw new AssertionError("the work did not come to its end");
        }
        return transaction;
    }

    /** Lets the transactions that are held open commit. */
    public void finish() {
        finish.countDown();
    }

    /** Fails if this comes to its end within a fraction of a second. */
    public static void assertWaits(Future<?> future) {
        assertThatThrownBy(() -> future.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Override
    public void close() {
        finish();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody finished the transaction");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
