package io.caravan.core.callback;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an endpoint has answered lately, and what may be sent to it for that. Whatever has failed too often is suspended;
 * the first success ends that, and then more is sent step by step.
 *
 * @param failures attempts that failed since the last that did not
 * @param subjects that these were about, as many as matter
 * @param width how many exchanges may be open at a time
 */
public record Standing(int failures, Set<UUID> subjects, int width, Optional<Suspension> suspension) {

    /** How many exchanges may be open to an endpoint, in the whole cluster. */
    public static final int FULL_WIDTH = 4;

    /** An endpoint that has failed less often is not suspended. */
    public static final int FAILURES = 20;

    /** An endpoint that fails for fewer subjects, while others wait, is not suspended. */
    public static final int SUBJECTS = 5;

    /** Of an endpoint that has not failed. */
    public static final Standing GOOD = new Standing(0, Set.of(), FULL_WIDTH, Optional.empty());

    public Standing {
        subjects = Set.copyOf(subjects);
        Objects.requireNonNull(suspension);
    }

    public boolean isFailing() {
        return failures > 0;
    }

    public boolean isSuspended() {
        return suspension.isPresent();
    }

    /** Whether it matters what the next failure is about. */
    public boolean countsSubjects() {
        return !isSuspended() && subjects.size() < SUBJECTS;
    }

    /** Whether enough has failed in a row. */
    public boolean isDoubtful() {
        return !isSuspended() && failures >= FAILURES;
    }

    /** Whether what has failed was about enough subjects, whatever else waits. */
    public boolean failsForMany() {
        return subjects.size() >= SUBJECTS;
    }

    /** After a failure. While suspended, failures count for nothing: probes have their own waits. */
    public Standing failed(Collection<UUID> about) {
        if (isSuspended()) {
            return this;
        }
        var known = Stream.concat(subjects.stream(), about.stream())
                .distinct()
                .limit(SUBJECTS)
                .collect(Collectors.toSet());
        return new Standing(failures + 1, known, width == FULL_WIDTH ? FULL_WIDTH : 1, suspension);
    }

    /** After a success: a suspension ends with room for one, and each further success doubles the room. */
    public Standing succeeded() {
        int room = isSuspended() ? 1 : Math.min(FULL_WIDTH, width * 2);
        return new Standing(0, Set.of(), room, Optional.empty());
    }

    public Standing suspended(Instant now) {
        return new Standing(failures, subjects, 1, Optional.of(Suspension.begun(now)));
    }

    /** After a probe has set out. */
    public Standing probed(Instant now) {
        return new Standing(failures, subjects, width, suspension.map(some -> some.probed(now)));
    }

    /** How many deliveries may set out now of those that the grant has room for. */
    public int room(Grant grant, Instant now) {
        if (suspension.isPresent()) {
            boolean probe = grant.idle() && !suspension.get().probeAt().isAfter(now);
            return probe ? Math.min(1, grant.room()) : 0;
        }
        return width == FULL_WIDTH ? grant.room() : Math.max(0, Math.min(grant.room(), width - grant.unrecorded()));
    }

    /** When what could go at this time goes. */
    public Instant notBefore(Instant time) {
        return suspension
                .map(Suspension::probeAt)
                .filter(probe -> probe.isAfter(time))
                .orElse(time);
    }

    /** The time at which waits begin now: they stand still while the endpoint is suspended. */
    public Instant waitsFrom(Instant now) {
        return suspension
                .map(Suspension::since)
                .filter(since -> since.isBefore(now))
                .orElse(now);
    }
}
