package io.caravan.crash.drill;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Merchants and payers who act until the time is over; each story has a number, from which all in it follows. */
final class Load {

    private static final Duration END = Duration.ofMinutes(20);

    private final Options options;
    private final Journal journal;
    private final List<Story> stories;
    private final AtomicInteger number = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService hands;

    Load(Options options, Journal journal, List<Story> stories) {
        this.options = options;
        this.journal = journal;
        this.stories = stories;
        this.hands = Executors.newFixedThreadPool(options.hands());
    }

    void begin() {
        for (int i = 0; i < options.hands(); i++) {
            hands.execute(this::work);
        }
    }

    /** Lets no new story begin. */
    void stop() {
        over.countDown();
        hands.shutdown();
    }

    /** Waits until the stories that have begun are over. */
    void awaitEnd() throws InterruptedException {
        if (!hands.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
            hands.shutdownNow();
            journal.broken("stories did not end within " + END);
        }
    }

    private void work() {
        while (over.getCount() > 0) {
            var n = number.getAndIncrement();
            var random = new Random(new SplittableRandom(options.seed() * 1_000_003 + n).nextLong());
            var story = stories.get(random.nextInt(stories.size()));
            try {
                story.live(random, n, "drill-" + Long.toString(options.seed(), 36) + "-" + n);
                journal.count("stories");
            } catch (RuntimeException | AssertionError e) {
                journal.broken("story " + n + " (" + story.getClass().getSimpleName() + "): " + e);
            }
        }
    }
}
