package io.caravan.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caravan.core.problem.InvalidInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTests {

    private static final Instant REAL = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant NOW = REAL.plusSeconds(3600);

    @ParameterizedTest
    @CsvSource({
        "P31D, 2026-03-03T13:00:00Z",
        "P1M, 2026-02-28T13:00:00Z",
        "P2W, 2026-02-14T13:00:00Z",
        "PT4H, 2026-01-31T17:00:00Z",
        "P1DT1H, 2026-02-01T14:00:00Z",
        "PT0S, 2026-01-31T13:00:00Z"
    })
    void leadsOnFromBusinessTime(String amount, Instant target) {
        assertThat(ClockMove.by(amount).from(NOW, REAL)).isEqualTo(target);
    }

    @Test
    void leadsToAPoint() {
        assertThat(ClockMove.to("2026-12-24T08:00:00Z").from(NOW, REAL))
                .isEqualTo(Instant.parse("2026-12-24T08:00:00Z"));
        assertThat(ClockMove.to("2026-12-24T08:00:00+01:00").from(NOW, REAL))
                .isEqualTo(Instant.parse("2026-12-24T07:00:00Z"));
    }

    @Test
    void neverLeadsBack() {
        assertRefused(() -> ClockMove.to("2026-01-31T12:59:59Z").from(NOW, REAL));
        assertRefused(() -> ClockMove.by("PT-1S").from(NOW, REAL));
        assertRefused(() -> ClockMove.by("-P1D").from(NOW, REAL));
    }

    @Test
    void neverLeadsOutOfTheCalendar() {
        assertRefused(() -> ClockMove.by("P101Y").from(NOW, REAL));
        assertRefused(() -> ClockMove.by("P999999999D").from(NOW, REAL));
        assertRefused(() -> ClockMove.by("P999999999Y").from(NOW, REAL));
        assertRefused(() -> ClockMove.to("+999999999-01-01T00:00:00Z").from(NOW, REAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31D", "P", "2026-12-24"})
    void whatIsNoAmountAndNoPointIsRefused(String text) {
        assertRefused(() -> ClockMove.by(text));
        assertRefused(() -> ClockMove.to(text));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(work);
    }
}
