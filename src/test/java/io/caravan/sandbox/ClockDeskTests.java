package io.caravan.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.time.ClockMove;
import io.caravan.core.time.TimeShift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDeskTests {

    private static final Instant REAL = Instant.parse("2026-03-12T11:00:00Z");

    private final ShiftedClock clock =
            new ShiftedClock(Clock.fixed(REAL, ZoneOffset.UTC), new TimeShift(Duration.ofHours(1), 3));
    private final ClockDesk desk = new ClockDesk(clock, new ObjectMapper());

    @Test
    void theClockIsAheadByTheShift() {
        assertThat(clock.instant()).isEqualTo(REAL.plusSeconds(3600));
        assertThat(clock.withZone(ZoneId.of("Europe/Helsinki")).instant()).isEqualTo(clock.instant());
    }

    @Test
    void anOldShiftDoesNotUndoANewOne() {
        desk.takeOver(new TimeShift(Duration.ofDays(31), 4));
        desk.takeOver(new TimeShift(Duration.ofHours(1), 3));

        assertThat(clock.instant()).isEqualTo(REAL.plus(Duration.ofDays(31)));
    }

    @Test
    void tellsBusinessTime() {
        var answer = desk.show();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).contains("2026-03-12T12:00:00Z", "PT1H");
    }

    @Test
    void readsWhereToGo() {
        assertThat(desk.read(bytes("{\"advance\":\"P31D\"}"))).isEqualTo(ClockMove.by("P31D"));
        assertThat(desk.read(bytes("{\"now\":\"2026-12-01T00:00:00Z\"}")))
                .isEqualTo(ClockMove.to("2026-12-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"advance\":31}",
                "{\"advance\":null}",
                "{\"advance\":\"soon\"}",
                "{\"now\":\"soon\"}",
                "{\"now\":\"2026-12-01T00:00:00Z\",\"advance\":\"P1D\"}"
            })
    void whatCannotBeMeantIsRefused(String body) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> desk.read(bytes(body)));
    }

    @Test
    void aRefusalSaysWhy() {
        var answer = desk.refuse(InvalidInput.of("now", "must not lead back"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"problem\":\"now must not lead back\"}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
