package io.caravan.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallbackFormTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:03Z");

    @Test
    void withoutAnIntervalAnEventGoesAtOnce() {
        assertThat(gathering(Duration.ZERO).readyAt(EndpointId.next(), NOW)).isEqualTo(NOW);
    }

    @Test
    void eventsOfAnEndpointMeetAtItsNextBeat() {
        var form = gathering(Duration.ofSeconds(5));
        var endpoint = new EndpointId(new UUID(0, 1_000)); // beats one second after each multiple of five

        assertThat(form.readyAt(endpoint, NOW)).isEqualTo("2026-03-01T12:00:06Z");
        assertThat(form.readyAt(endpoint, NOW.plusMillis(2_999))).isEqualTo("2026-03-01T12:00:06Z");
        assertThat(form.readyAt(endpoint, NOW.plusSeconds(3))).isEqualTo("2026-03-01T12:00:11Z");
    }

    private static CallbackForm gathering(Duration interval) {
        return new CallbackForm() {
            @Override
            public Dialect dialect() {
                return Dialect.MOBILEPAY;
            }

            @Override
            public boolean tells(EventType type) {
                return true;
            }

            @Override
            public int groupSize() {
                return 500;
            }

            @Override
            public Duration gatherInterval() {
                return interval;
            }

            @Override
            public String contentType() {
                return "application/json";
            }

            @Override
            public byte[] body(List<Event> events) {
                return new byte[0];
            }
        };
    }
}
