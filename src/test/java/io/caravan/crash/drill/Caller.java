package io.caravan.crash.drill;

import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A program that wants an answer: it sends the same request again until there is one. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Journal journal;

    Caller(Journal journal) {
        this.journal = journal;
    }

    /** The first answer that says something. */
    Http.Reply insist(String what, Supplier<Http.Reply> request) {
        return insist(what, request, reply -> true);
    }

    /** The first answer that says something and is enough. */
    Http.Reply insist(String what, Supplier<Http.Reply> request, Predicate<Http.Reply> enough) {
        return patiently(what, note -> {
            try {
                var reply = request.get();
                if (says(reply) && enough.test(reply)) {
                    journal.count("answers");
                    return Optional.of(reply);
                }
                note.accept(reply.status() + " " + reply.body());
                journal.count(reply.status() >= 500 ? "answers that failed" : "answers that said later");
            } catch (IllegalStateException e) {
                note.accept(e.getCause());
                journal.count("answers lost");
            }
            return Optional.empty();
        });
    }

    /** Looks until it is there. */
    <T> T await(String what, Supplier<T> look, Predicate<T> enough) {
        return patiently(what, note -> {
            try {
                var seen = look.get();
                note.accept(seen);
                return Optional.of(seen).filter(enough);
            } catch (RuntimeException | AssertionError e) {
                note.accept(e);
                return Optional.empty();
            }
        });
    }

    /** Looks until there is something; a look notes what it saw instead. */
    private static <T> T patiently(String what, Function<Consumer<Object>, Optional<T>> look) {
        var last = new AtomicReference<Object>("nothing");
        var time = new MachineTime();
        return Awaitility.await()
                .forever()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(
                        () -> {
                            var seen = look.apply(last::set);
                            if (seen.isEmpty() && time.hasPassed(PATIENCE)) {
                                throw new Unanswered(
                                        what + " had no answer for " + PATIENCE + ", the last was " + last.get());
                            }
                            return seen;
                        },
                        Optional::isPresent)
                .get();
    }

    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered(String what) {
            super(what);
        }
    }

    private static boolean says(Http.Reply reply) {
        return reply.status() < 500
                && reply.status() != 408
                && reply.status() != 429
                && reply.status() != 423
                && reply.headers().firstValue("Retry-After").isEmpty();
    }
}
