package io.caravan.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong with each mock on purpose. Before the work: {@code latencyMs} of waiting; {@code hang}, no answer and no
 * work; {@code errorRate} (0 to 1) of the calls answer {@code status} (503). After the work: {@code dropRate} of the
 * answers are lost. The acquirer also lies ({@code lie}) and sends webhooks at the wrong time ({@code webhook}).
 * {@code path} limits all this to paths that start so, and after {@code until} (ISO 8601) everything is well again.
 */
public final class MockFaults {

    private static final int HANG_MS = 60_000;
    private static final int LOOK_MS = 100;
    private static final int MOST_HANGING = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DoubleSupplier dice;
    private final LongConsumer pause;

    /** Threads that hang are missed elsewhere: whoever comes when there are too many is cut off at once. */
    private final Semaphore hanging = new Semaphore(MOST_HANGING);

    public MockFaults(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, () -> ThreadLocalRandom.current().nextDouble(), MockFaults::park);
    }

    /** With this luck (0 to 1) and this way to let milliseconds pass. */
    MockFaults(JdbcClient jdbc, Clock clock, DoubleSupplier dice, LongConsumer pause) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dice = dice;
        this.pause = pause;
    }

    /** Sets the faults of this mock. */
    public MockReply set(String name, String settings) {
        var fault = MockFault.read(settings);
        var problem = fault.problem();
        if (problem.isPresent()) {
            return MockReply.problem(400, problem.get());
        }
        jdbc.sql("merge into fault (name, settings) key (name) values (?, ?)")
                .params(name, fault.settings().toString())
                .update();
        return show(name);
    }

    /** Shows (GET), sets (POST) or mends (DELETE) the faults of this mock. */
    public MockReply change(String verb, String name, String settings) {
        return switch (verb) {
            case "POST" -> set(name, settings);
            case "DELETE" -> mend(name);
            default -> show(name);
        };
    }

    public MockReply show(String name) {
        return MockReply.json(
                200, find(name).map(fault -> fault.settings().toString()).orElse("{}"));
    }

    public MockReply mend(String name) {
        jdbc.sql("delete from fault where name = ?").param(name).update();
        return MockReply.json(200, "{}");
    }

    /** What comes in place of the work, after the set delay; empty if the work is to be done. */
    public Optional<MockReply> strike(String name, String path) {
        return active(name, path).flatMap(fault -> {
            if (fault.latencyMs() > 0) {
                pause.accept(fault.latencyMs());
            }
            if (fault.hangs()) {
                hang(name, path);
                return Optional.of(MockReply.cut());
            }
            return dice.getAsDouble() < fault.errorRate()
                    ? Optional.of(MockReply.problem(fault.status(), "A fault that was asked for"))
                    : Optional.empty();
        });
    }

    /** What becomes of a reply on its way out: it may be lost, or say something wrong. No name: nothing happens to it. */
    public MockReply bend(String name, String path, MockReply reply) {
        return active(name, path)
                .map(fault -> dice.getAsDouble() < fault.dropRate()
                        ? MockReply.cut()
                        : fault.lie().map(lie -> bend(lie, path, reply)).orElse(reply))
                .orElse(reply);
    }

    /** The faults of this mock that are about one of these paths now. */
    Optional<MockFault> active(String name, String... paths) {
        return find(name).filter(fault -> fault.covers(clock.instant(), paths));
    }

    /** Until the time is over or somebody has mended it. */
    private void hang(String name, String path) {
        if (!hanging.tryAcquire()) {
            return;
        }
        try {
            for (int waited = 0;
                    waited < HANG_MS
                            && active(name, path).filter(MockFault::hangs).isPresent();
                    waited += LOOK_MS) {
                pause.accept(LOOK_MS);
            }
        } finally {
            hanging.release();
        }
    }

    private static MockReply bend(Lie lie, String path, MockReply reply) {
        if (!reply.isJson() || !(MockJson.read(reply.text()) instanceof ObjectNode said)) {
            return reply;
        }
        if (said.has("id") && said.has("status")) {
            lie.bend(said);
        }
        said.path("operations").forEach(operation -> lie.bend((ObjectNode) operation));
        var status = lie == Lie.STATUS && said.has("kind") ? Lie.statusOf(said, path) : reply.status();
        return MockReply.json(status, said.toString());
    }

    private Optional<MockFault> find(String name) {
        return jdbc.sql("select settings from fault where name = ?")
                .param(Objects.requireNonNullElse(name, ""))
                .query(String.class)
                .optional()
                .map(MockFault::read);
    }

    private static void park(long milliseconds) {
        var end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
