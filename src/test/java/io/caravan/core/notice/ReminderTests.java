package io.caravan.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTests {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** Due on 19 March, where 13:30 is 12:30 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-18T12:30:00Z",
        "2026-03-18T12:29:59Z, 2026-03-18T12:30:00Z",
        "2026-03-18T12:30:00Z, 2026-03-19T12:30:00Z",
        "2026-03-18T23:30:00Z, 2026-03-19T12:30:00Z",
        "2026-03-19T12:29:59Z, 2026-03-19T12:30:00Z",
        "2026-03-19T12:30:00Z, 2026-03-20T12:30:00Z",
        "2026-03-19T22:59:59Z, 2026-03-20T12:30:00Z"
    })
    void aPayerIsRemindedTheDayBeforeOrElseAsSoonAsThereIsTime(Instant came, Instant reminded) {
        assertThat(Reminder.of(came(came), LocalDate.of(2026, 3, 19), COPENHAGEN)
                        .map(Reminder::dueAt))
                .contains(reminded);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-03-29, 2026-03-28T12:30:00Z, 2026-03-28T23:00:00Z",
        "Europe/Copenhagen, 2026-03-30, 2026-03-29T11:30:00Z, 2026-03-29T22:00:00Z",
        "Europe/Helsinki, 2026-03-30, 2026-03-29T10:30:00Z, 2026-03-29T21:00:00Z",
        "Europe/Copenhagen, 2026-10-26, 2026-10-25T12:30:00Z, 2026-10-25T23:00:00Z",
        "Europe/Helsinki, 2026-10-25, 2026-10-24T10:30:00Z, 2026-10-24T21:00:00Z",
        "Europe/Helsinki, 2026-10-26, 2026-10-25T11:30:00Z, 2026-10-25T22:00:00Z"
    })
    void halfPastOneIsInTheMerchantsZoneAlsoWhenClocksChange(ZoneId zone, LocalDate due, Instant at, Instant end) {
        var reminder = Reminder.of(came(Instant.parse("2026-01-01T00:00:00Z")), due, zone)
                .orElseThrow();

        assertThat(reminder.dueAt()).isEqualTo(at);
        assertThat(reminder.isTooLate(end.minusMillis(1))).isFalse();
        assertThat(reminder.isTooLate(end)).isTrue();
    }

    @Test
    void whatComesAfterAllThatIsNotRemindedOf() {
        assertThat(Reminder.of(came(Instant.parse("2026-03-20T12:30:00Z")), LocalDate.of(2026, 3, 19), COPENHAGEN))
                .isEmpty();
    }

    @Test
    void onlyTheArrivalOfAnInvoiceIsFollowed() {
        assertThat(Reminder.follows(came(Instant.EPOCH))).isTrue();
        assertThat(Reminder.follows(event(EventType.INVOICE_PAID, Dialect.MOBILEPAY)))
                .isFalse();
        assertThat(Reminder.follows(event(EventType.INVOICE_CREATED, Dialect.MOBILEINVOICE)))
                .isFalse();
    }

    private static Event came(Instant at) {
        return new Event(
                EventId.next(),
                UUID.randomUUID(),
                0,
                EventType.INVOICE_CREATED,
                MerchantId.random(),
                Dialect.MOBILEPAY,
                at,
                Map.of());
    }

    private static Event event(EventType type, Dialect dialect) {
        return new Event(
                EventId.next(), UUID.randomUUID(), 0, type, MerchantId.random(), dialect, Instant.EPOCH, Map.of());
    }
}
