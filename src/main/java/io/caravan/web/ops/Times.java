package io.caravan.web.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as operators read them: UTC, as in logs, and how long ago that was. */
public final class Times {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Clock clock;

    public Times(Clock clock) {
        this.clock = clock;
    }

    static String at(Instant time) {
        return FORM.format(time);
    }

    /** As {@code 3 min ago} or {@code in 20 s}. */
    String ago(Instant time) {
        var age = Duration.between(time, clock.instant());
        return age.isNegative() ? "in " + length(age.negated()) : length(age) + " ago";
    }

    /** The time, and below it how long ago it was. */
    Cell cell(Instant time) {
        return Cell.of(at(time), ago(time));
    }

    /** How long it has been. */
    String age(Instant since) {
        var age = Duration.between(since, clock.instant());
        return length(age.isNegative() ? Duration.ZERO : age);
    }

    /** In the one unit that tells most. */
    static String length(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() < 2) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " days";
    }
}
