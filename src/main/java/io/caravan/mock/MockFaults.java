package io.caravan.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong with each mock on purpose: {@code errorRate} (0 to 1) of the calls answer {@code status} (503),
 * {@code latencyMs} comes before each answer, {@code hang} never answers within a minute, {@code path} limits all this to
 * paths that start so, and after {@code until} (ISO 8601) everything is well again.
 */
public final class MockFaults {

    private static final long HANG_MS = 60_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public MockFaults(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets the faults of this mock. */
    public MockReply set(String name, String settings) {
        mend(name);
        jdbc.sql("insert into fault (name, settings) values (?, ?)")
                .params(name, MockJson.read(settings).toString())
                .update();
        return show(name);
    }

    public MockReply show(String name) {
        return MockReply.json(200, settings(name).orElse("{}"));
    }

    public MockReply mend(String name) {
        jdbc.sql("delete from fault where name = ?").param(name).update();
        return MockReply.json(200, "{}");
    }

    /** What goes wrong with this call: a reply in place of the right one, after the set delay; empty if nothing does. */
    public Optional<MockReply> strike(String name, String path) {
        return settings(name).map(MockJson::read).flatMap(fault -> {
            var prefix = fault.path("path").asText("");
            if (isOver(fault.path("until").asText("")) || !String.valueOf(path).startsWith(prefix)) {
                return Optional.empty();
            }
            pause(
                    fault.path("hang").asBoolean()
                            ? HANG_MS
                            : fault.path("latencyMs").asLong());
            return ThreadLocalRandom.current().nextDouble()
                            < fault.path("errorRate").asDouble()
                    ? Optional.of(MockReply.problem(fault.path("status").asInt(503), "A fault that was asked for"))
                    : Optional.empty();
        });
    }

    private boolean isOver(String until) {
        try {
            return !until.isEmpty() && clock.instant().isAfter(Instant.parse(until));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void pause(long milliseconds) {
        var end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private Optional<String> settings(String name) {
        return jdbc.sql("select settings from fault where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}
