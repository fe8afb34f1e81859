package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acquirer's books of a day, over HTTP. */
class PspBooksRouteTests extends WithAcquirer {

    @Test
    void theBooksOfADayAreReadPageByPage() {
        list("day=2026-11-20", "{\"operations\": [" + entry("ch_1") + "], \"next\": \"a b&c\"}");
        list("day=2026-11-20&after=a+b%26c", "{\"operations\": [" + entry("ch_2") + "], \"next\": null}");
        atTwoInTheNightAfter();

        routes.producer.sendBody("direct:job-reconcile", null);

        assertThat(world.differences).hasSize(2);
        assertThat(compared()).isEqualTo("2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"next\": null}", "{\"operations\": [{\"id\": \"ch_1\"}]}", "[", "{\"operations\": [null]}"})
    void booksThatCannotBeReadWhollyLeaveTheDayUncompared(String answer) {
        list("day=2026-11-20", answer);
        atTwoInTheNightAfter();

        try {
            routes.producer.sendBody("direct:job-reconcile", null);
        } catch (CamelExecutionException expected) {
            assertThat(expected).hasCauseInstanceOf(IllegalStateException.class);
        }

        assertThat(compared()).isEqualTo("2026-11-19");
        world.realTime.advance(Duration.ofMinutes(11));
        list("day=2026-11-20", "{\"operations\": []}");
        routes.producer.sendBody("direct:job-reconcile", null);
        assertThat(compared()).isEqualTo("2026-11-20");
    }

    private void atTwoInTheNightAfter() {
        world.realTime.advance(
                Duration.between(world.realTime.instant(), java.time.Instant.parse("2026-11-20T12:00:00Z")));
        world.beginReconciliation.begin();
        world.realTime.advance(Duration.ofHours(14));
    }

    private String compared() {
        return world.jdbc.queryForObject("select compared from reconciliation", String.class);
    }

    private void list(String query, String answer) {
        ACQUIRER.stubFor(get(urlEqualTo("/operations?" + query)).willReturn(jsonResponse(answer, 200)));
    }

    private static String entry(String id) {
        return """
                {"id": "%s", "kind": "charge", "status": "charged", "reference": "r", "amount": 1, "currency": "DKK",
                 "idempotencyKey": null, "at": "2026-11-20T10:00:00Z"}"""
                .formatted(id + "_" + java.util.UUID.randomUUID());
    }
}
