package io.caravan;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/**
 * Waits as settings write them: {@code 5s}; {@code 2s x3}, the same three times; {@code 1m..99m}, one minute, two, and
 * so on to 99.
 */
final class Waits {

    private static final Pattern REPEATED = Pattern.compile("(\\w+) x([1-9][0-9]{0,3})");
    private static final Pattern GROWING = Pattern.compile("(\\w+)\\.\\.(\\w+)");

    /** More attempts than this nobody makes. */
    private static final int MOST = 10_000;

    private Waits() {}

    /** @throws IllegalArgumentException if this cannot be read, or a wait is not positive */
    static List<Duration> of(List<String> texts) {
        return texts.stream().flatMap(text -> waits(text.strip())).toList();
    }

    private static Stream<Duration> waits(String text) {
        var repeated = REPEATED.matcher(text);
        if (repeated.matches()) {
            var wait = duration(repeated.group(1));
            return IntStream.range(0, Integer.parseInt(repeated.group(2))).mapToObj(n -> wait);
        }
        var growing = GROWING.matcher(text);
        return growing.matches() ? growing(text, growing) : Stream.of(duration(text));
    }

    private static Stream<Duration> growing(String text, Matcher bounds) {
        var step = duration(bounds.group(1));
        long steps = duration(bounds.group(2)).dividedBy(step);
        if (steps < 1 || steps > MOST || !step.multipliedBy(steps).equals(duration(bounds.group(2)))) {
            throw new IllegalArgumentException(text + " does not grow from the first wait to the last in such steps");
        }
        return IntStream.rangeClosed(1, (int) steps).mapToObj(step::multipliedBy);
    }

    private static Duration duration(String text) {
        var duration = DurationStyle.SIMPLE.parse(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("The wait " + text + " is not positive");
        }
        return duration;
    }
}
