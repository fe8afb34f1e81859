package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(10, Duration.ofSeconds(1), 20, nanos::get);

    @Test
    void aPauseEarnsABurstAndThenThereAreSoManyTurnsInATime() {
        assertThat(turns("a", 100)).isEqualTo(20);

        pass(Duration.ofSeconds(1));
        assertThat(turns("a", 100)).isEqualTo(10);

        pass(Duration.ofHours(1));
        assertThat(turns("a", 100)).isEqualTo(20);
    }

    @Test
    void whoHasNoTurnIsToldWhenThereIsOne() {
        turns("a", 20);

        assertThat(throttle.look("a")).contains(Duration.ofMillis(100));
        assertThat(throttle.take("a")).contains(Duration.ofMillis(100));

        pass(Duration.ofMillis(100));
        assertThat(throttle.take("a")).isEmpty();
        assertThat(throttle.take("a")).isPresent();
    }

    @Test
    void lookingTakesNoTurn() {
        assertThat(IntStream.range(0, 100).filter(i -> throttle.look("a").isPresent()))
                .isEmpty();
        assertThat(turns("a", 100)).isEqualTo(20);
    }

    @Test
    void oneKeyTakesNoTurnsOfAnother() {
        assertThat(turns("a", 100)).isEqualTo(20);
        assertThat(turns("b", 100)).isEqualTo(20);
    }

    @Test
    void whatIsForgottenWouldHaveHadAllTurns() {
        turns("a", 20);
        pass(Duration.ofMillis(1900));
        assertThat(turns("a", 100)).isEqualTo(19);

        pass(Duration.ofSeconds(4));

        assertThat(turns("a", 100)).isEqualTo(20);
    }

    @Test
    void withoutALimitEverybodyHasATurn() {
        var open = new Throttle(0, Duration.ofSeconds(1), 0, nanos::get);

        assertThat(IntStream.range(0, 1000).filter(i -> open.take("a").isPresent()))
                .isEmpty();
        assertThat(open.look("a")).isEmpty();
    }

    private long turns(String key, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> throttle.take(key).isEmpty())
                .count();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
