package io.caravan.core.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job and its ticks, in all instances.
 *
 * @param last when it ticked last, in real time
 * @param next when it ticks next
 * @param every the time between two ticks; zero if they have no steady pace
 * @param state as Quartz names it; {@code ERROR} means that it does not tick any more
 */
public record JobRun(String name, Optional<Instant> last, Optional<Instant> next, Duration every, String state) {}
