package io.caravan.crash.drill;

import io.caravan.crash.drill.Journal.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What must be so in the end is so, as merchants and payers see it; a little later will do. */
final class Expectations {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Progress progress;

    Expectations(Journal journal, Progress progress) {
        this.journal = journal;
        this.progress = progress;
    }

    void check() {
        var open = new AtomicReference<>(journal.expectations());
        journal.count("expectations", open.get().size());
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .atMost(PATIENCE)
                    .until(() -> {
                        open.updateAndGet(Expectations::broken);
                        progress.say(
                                "expectations that do not hold: " + open.get().size());
                        return open.get().isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            tell(open.get());
        }
    }

    private static List<Expectation> broken(List<Expectation> some) {
        return some.parallelStream()
                .filter(expectation -> fault(expectation).isPresent())
                .toList();
    }

    private void tell(List<Expectation> open) {
        open.forEach(expectation ->
                journal.broken(expectation.about() + " " + fault(expectation).orElse("is right now, too late")));
    }

    private static Optional<String> fault(Expectation expectation) {
        try {
            return expectation.fault().get();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("cannot be seen: " + e);
        }
    }
}
