package io.caravan.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {

    private static final Duration PAUSE = Duration.ofHours(4);

    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-03-12, 2026-03-11T23:00:00Z",
        "Europe/Helsinki, 2026-03-12, 2026-03-11T22:00:00Z",
        "Europe/Copenhagen, 2026-03-29, 2026-03-28T23:00:00Z",
        "Europe/Copenhagen, 2026-03-30, 2026-03-29T22:00:00Z",
        "Europe/Helsinki, 2026-03-29, 2026-03-28T22:00:00Z",
        "Europe/Helsinki, 2026-03-30, 2026-03-29T21:00:00Z",
        "Europe/Copenhagen, 2026-10-25, 2026-10-24T22:00:00Z",
        "Europe/Copenhagen, 2026-10-26, 2026-10-25T23:00:00Z",
        "Europe/Helsinki, 2026-10-25, 2026-10-24T21:00:00Z",
        "Europe/Helsinki, 2026-10-26, 2026-10-25T22:00:00Z"
    })
    void aPaymentIsDueWhenItsDayBeginsInTheMerchantsZoneWhateverTheClocksDo(ZoneId zone, LocalDate day, Instant due) {
        var schedule = on(day, zone);

        assertThat(schedule.isDue(due.minusMillis(1))).isFalse();
        assertThat(schedule.isDue(due)).isTrue();
        assertThat(schedule.isDue(due.plus(Duration.ofDays(31)))).isTrue();
    }

    /** A day of 23 hours and one of 25: the pause is one of real hours, the end of the day that of the zone. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-03-12T00:00:00Z, 2026-03-12T04:00:00Z",
        "Europe/Copenhagen, 2026-03-28T23:00:00Z, 2026-03-29T03:00:00Z",
        "Europe/Copenhagen, 2026-03-29T17:00:00Z, 2026-03-29T21:00:00Z",
        "Europe/Copenhagen, 2026-03-29T18:30:00Z, 2026-03-29T21:59:00Z",
        "Europe/Copenhagen, 2026-10-25T18:30:00Z, 2026-10-25T22:30:00Z",
        "Europe/Copenhagen, 2026-10-25T19:30:00Z, 2026-10-25T22:59:00Z",
        "Europe/Helsinki, 2026-03-29T17:30:00Z, 2026-03-29T20:59:00Z",
        "Europe/Helsinki, 2026-10-25T18:30:00Z, 2026-10-25T21:59:00Z",
        "Europe/Helsinki, 2026-10-25T21:59:30Z, 2026-10-25T21:59:30Z"
    })
    void theSecondAttemptFollowsAfterThePauseAndOnTheSameDay(ZoneId zone, Instant refused, Instant second) {
        var again = on(LocalDate.of(2026, 3, 12), zone).tried().again(refused, PAUSE, zone);

        assertThat(again.dueAt()).contains(second);
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    void thereAreTwoAttempts() {
        var schedule = on(LocalDate.of(2026, 3, 12), ZoneId.of("Europe/Copenhagen"));

        assertThat(schedule.tried().mayTryAgain()).isTrue();
        assertThat(schedule.tried().tried().mayTryAgain()).isFalse();
    }

    @Test
    void whileAnAttemptIsUnderWayNoneIsDue() {
        var schedule = on(LocalDate.of(2026, 3, 12), ZoneId.of("Europe/Copenhagen"));

        assertThat(schedule.isOpen()).isTrue();
        assertThat(schedule.tried().isOpen()).isFalse();
        assertThat(schedule.tried().isDue(Instant.parse("2030-01-01T00:00:00Z")))
                .isFalse();
        assertThat(schedule.end().isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12T02:00:00Z, 2026-03-12T07:00:00Z",
        "2026-03-12T06:59:59.999Z, 2026-03-12T07:00:00Z",
        "2026-03-12T07:00:00Z, 2026-03-13T07:00:00Z",
        "2026-03-12T22:58:00Z, 2026-03-13T07:00:00Z",
        "2026-10-24T23:30:00Z, 2026-10-25T07:00:00Z"
    })
    void payersAreToldAtSevenUniversalTime(Instant failed, Instant told) {
        assertThat(ScheduledAttempts.nextTelling(failed)).isEqualTo(told);
    }

    private static Schedule on(LocalDate day, ZoneId zone) {
        return Schedule.on(day, InvoiceId.random(), PayerId.random(), zone);
    }
}
