package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.problem.Busy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SetbackTests {

    @Test
    void aLostConnectionIsNotTheFaultOfWhatWasWorkedOn() {
        assertThat(Setback.ofAll(new Busy(Duration.ofSeconds(2)))).isTrue();
        assertThat(Setback.ofAll(new IllegalStateException("this one cannot be worked on")))
                .isFalse();
    }
}
