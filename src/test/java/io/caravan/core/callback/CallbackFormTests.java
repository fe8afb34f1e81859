package io.caravan.core.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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

    @Test
    void whatADialectSaysIsPostedUnlessItHasAnotherWay() {
        var destination = new Destination("https://shop.example/", Optional.empty(), List.of());
        var body = new byte[] {1, 2};

        var request = gathering(Duration.ZERO).request(destination, body);

        assertThat(request.method()).isEqualTo(CallbackRequest.Method.POST);
        assertThat(request.destination()).isEqualTo(destination);
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(request.body()).isEqualTo(body);
    }

    @Test
    void aGetHasNoBody() {
        var destination = new Destination("https://shop.example/", Optional.empty(), List.of());

        assertThat(CallbackRequest.get(destination).body()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbackRequest(CallbackRequest.Method.GET, destination, "", new byte[1]));
    }

    @Test
    void theUserInAUrlBecomesABasicCredential() {
        var request = EndpointRequest.withUserInfo(
                MerchantId.random(),
                Dialect.MOBILEINVOICE,
                "https://shop:p%40ss%2Bw%C3%A6rd@shop.example:8443/callback?id={{transactionId}}&at=a@b");

        assertThat(request.url()).isEqualTo("https://shop.example:8443/callback?id={{transactionId}}&at=a@b");
        assertThat(request.authorizationHeader())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("shop:p@ss+w\u00e6rd".getBytes(UTF_8)));
    }

    @Test
    void aUrlWithoutAUserGetsNoCredential() {
        var request = EndpointRequest.withUserInfo(
                MerchantId.random(), Dialect.MOBILEINVOICE, "https://shop.example/callback?mail=a@b");

        assertThat(request.url()).isEqualTo("https://shop.example/callback?mail=a@b");
        assertThat(request.authorizationHeader()).isEmpty();
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
