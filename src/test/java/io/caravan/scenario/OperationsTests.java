package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** What operators see of a running service. */
class OperationsTests {

    private static final Pattern METRIC = Pattern.compile("\\bcaravan_[a-z_]+");

    private final Sandbox sandbox = Sandbox.running();

    @Test
    void anybodyLearnsThatTheServiceIsReadyAndNothingMore() {
        var readiness = Http.get(sandbox.managementUri("/actuator/health/readiness"));
        var health = Http.get(sandbox.managementUri("/actuator/health"));

        assertThat(readiness.status()).isEqualTo(200);
        assertThat(health.json().get("status").asText()).isEqualTo("UP");
        assertThat(health.json().has("components")).isFalse();
    }

    @Test
    void operatorsSeeWhatStandsStill() {
        var flow = get("/actuator/health").json().at("/components/flow/details");

        assertThat(flow.has("relay")).isTrue();
        assertThat(flow.has("broker")).isTrue();
        assertThat(flow.has("channels")).isTrue();
        assertThat(flow.has("batches")).isTrue();
    }

    @Test
    void hawtioAndMetricsNeedACredential() {
        for (var path : List.of("/actuator/hawtio", "/actuator/prometheus", "/actuator/jolokia/version")) {
            assertThat(Http.get(sandbox.managementUri(path)).status()).as(path).isEqualTo(401);
            assertThat(get(path).status()).as(path).isIn(200, 302);
        }
    }

    @Test
    void anInstanceThatTakesNoRequestsSaysSoToPrometheusToo() {
        assertThat(get("/actuator/prometheus").body()).contains("caravan_ready 1.0");

        AvailabilityChangeEvent.publish(sandbox.context(), ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(get("/actuator/prometheus").body()).contains("caravan_ready 0.0");
        } finally {
            AvailabilityChangeEvent.publish(sandbox.context(), ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void operatorsSeeHowCallbacksFare() {
        var attributes =
                get("/actuator/jolokia/read/caravan:type=Callbacks").json().get("value");

        for (var name : List.of(
                "Pending",
                "InFlight",
                "Delivered",
                "FailedAttempts",
                "DeadLettered",
                "OldestPendingSeconds",
                "SuspendedEndpoints")) {
            assertThat(attributes.at("/" + name + "/mobilepay").isNumber())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void aNoticeThatTheGatewayRefusesIsCountedAndLiesOnTheDeadQueue() {
        var merchant = new MerchantClient(sandbox::uri);
        Http.send(
                "POST",
                sandbox.uri("/mock/push/faults"),
                "{\"errorRate\": 1, \"status\": 400}",
                "Content-Type",
                "application/json");
        try {
            merchant.invoice("+4571400001", "operations-" + UUID.randomUUID());

            await().untilAsserted(() -> assertThat(metrics()).contains("caravan_notices_parked_total"));
            assertThat(get("/actuator/jolokia/read/org.apache.activemq.artemis:broker=*,component=addresses,"
                                    + "address=%22dead.channel-push%22,*/MessageCount")
                            .body())
                    .contains("\"MessageCount\":");
        } finally {
            Http.send("DELETE", sandbox.uri("/mock/push/faults"), "");
        }
        everyMetricOfTheDocumentsExists();
    }

    /** After an invoice was accepted, announced and parked, all of them have been counted once. */
    private void everyMetricOfTheDocumentsExists() {
        var merchant = new MerchantClient(sandbox::uri);
        merchant.invoice("+4571400002", "operations-" + UUID.randomUUID());
        for (var document :
                List.of("docs/operations.md", "src/main/ops/alerts.yml", "src/main/ops/grafana-dashboard.json")) {
            await().untilAsserted(() -> assertThat(metrics()).as(document).containsAll(metricsIn(document)));
        }
    }

    private List<String> metrics() {
        return METRIC.matcher(get("/actuator/prometheus").body())
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static List<String> metricsIn(String document) throws IOException {
        return METRIC.matcher(Files.readString(Path.of(document)))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private Http.Reply get(String path) {
        var credential = Base64.getEncoder().encodeToString("ops:ops-sandbox".getBytes(StandardCharsets.UTF_8));
        return Http.get(sandbox.managementUri(path), "Authorization", "Basic " + credential);
    }
}
