package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Operators hold parts of the running service and release them, as they do it: over Jolokia. */
class HoldTests {

    private static final String OPS = "Basic b3BzOm9wcy1zYW5kYm94";
    private static final String PHONE = "+4571400077";

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void pushesOfAHeldChannelWaitAndGoAfterItsRelease() {
        assertThat(hold("channel", "push")).isEqualTo("The channel push is held");

        var invoice = merchant.invoice(PHONE, "held-" + UUID.randomUUID());
        await().untilAsserted(() -> assertThat(noticeOf(invoice)).isEqualTo("READY"));
        assertThat(phone()).doesNotContain(invoice);
        assertThat(health().at("/status").asText()).isEqualTo("UP");
        assertThat(health().at("/components/holds/details/channel push").asText())
                .contains("by ops: a test");
        assertThat(Http.get(sandbox.managementUri("/actuator/prometheus"), "Authorization", OPS)
                        .body())
                .contains("caravan_holds{kind=\"channel\"} 1.0");

        assertThat(release("channel", "push")).isEqualTo("The channel push goes on");
        await().untilAsserted(() -> assertThat(phone()).contains(invoice));
    }

    @Test
    void aMessageOnTheQueueOfAHeldChannelIsKeptForTheRelease() {
        var invoice = merchant.invoice(PHONE, "queued-" + UUID.randomUUID());
        await().untilAsserted(() -> assertThat(phone()).contains(invoice));
        hold("channel", "push");
        database.update("update notice set state = 'QUEUED' where subject_id = ?", UUID.fromString(invoice));

        sandbox.context().getBean(ProducerTemplate.class).sendBody("jms:queue:channel.push", noticeIdOf(invoice));

        await().untilAsserted(() -> assertThat(noticeOf(invoice)).isEqualTo("READY"));
        release("channel", "push");
        await().untilAsserted(() -> assertThat(noticeOf(invoice)).isEqualTo("SENT"));
    }

    @Test
    void whatDoesNotExistIsRefusedWithAList() {
        assertThat(hold("channel", "pusch")).contains("There is no channel 'pusch'", "push, sms");
        assertThat(hold("job", "expires")).contains("There is no job 'expires'", "chase-payments, ", " expire, ");
        assertThat(hold("endpoint", UUID.randomUUID().toString())).contains("There is no endpoint");
        assertThat(hold("shop", "x")).contains("channel, endpoint and job");
        assertThat(text(exec("hold", "job", "expire", " "))).contains("Say why");
        assertThat(release("job", "expire")).contains("No job 'expire' is held");
        assertThat(exec("list").at("/value")).isEmpty();
    }

    @Test
    void aHoldTellsSinceWhenByWhomAndWhy() {
        assertThat(hold("Job", " Purge ")).contains("is held");
        assertThat(hold("job", "purge")).contains("was held already");

        var held = exec("list").at("/value/0");

        assertThat(held.get("kind").asText()).isEqualTo("job");
        assertThat(held.get("name").asText()).isEqualTo("purge");
        assertThat(held.get("by").asText()).isEqualTo("ops");
        assertThat(held.get("why").asText()).isEqualTo("a test");
        assertThat(held.get("since").asText()).startsWith("2");
    }

    @Test
    void theEndpointsOfAMerchantAreListedSoThatOneCanBeHeld() {
        var endpoints = exec("endpoints", MerchantClient.MERCHANT).at("/value");

        var id = endpoints.properties().stream()
                .filter(endpoint -> endpoint.getValue().asText().startsWith("MOBILEPAY http"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertThat(hold("endpoint", id)).contains("is held");
        assertThat(release("endpoint", id)).contains("goes on");
    }

    @AfterEach
    void releaseAll() {
        database.update("delete from hold");
    }

    private String hold(String kind, String name) {
        return text(exec("hold", kind, name, "a test"));
    }

    private String release(String kind, String name) {
        return text(exec("release", kind, name));
    }

    private static String text(JsonNode answer) {
        return answer.path("value").asText() + answer.path("error").asText();
    }

    private JsonNode exec(String operation, String... arguments) {
        var list = arguments.length == 0 ? "" : "\"" + String.join("\",\"", arguments) + "\"";
        return Http.send(
                        "POST",
                        sandbox.managementUri("/actuator/jolokia"),
                        "{\"type\":\"exec\",\"mbean\":\"caravan:type=Holds\",\"operation\":\"%s\",\"arguments\":[%s]}"
                                .formatted(operation, list),
                        "Authorization",
                        OPS,
                        "Content-Type",
                        "application/json")
                .json();
    }

    private JsonNode health() {
        return Http.get(sandbox.managementUri("/actuator/health"), "Authorization", OPS)
                .json();
    }

    private List<String> phone() {
        return Http.get(sandbox.uri("/mock/wallet/%2B" + PHONE.substring(1)))
                .json()
                .findValuesAsText("id");
    }

    private String noticeOf(String invoice) {
        return database
                .queryForList("select state from notice where subject_id = ?", String.class, UUID.fromString(invoice))
                .stream()
                .findFirst()
                .orElse("none");
    }

    private String noticeIdOf(String invoice) {
        return database.queryForObject(
                "select id from notice where subject_id = ?", String.class, UUID.fromString(invoice));
    }
}
