package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an SMS gateway, and whoever pretends to be one, is answered. */
class SmsCallbackTests {

    private static final String REPORT = "/api/callback/sms/report";
    private static final String INBOUND = "/api/callback/sms/inbound";
    private static final String UNAUTHENTICATED = "{\"message\":\"A valid credential is required\",\"errors\":{}}";

    private final Sandbox sandbox = Sandbox.running();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aReportOfAnUnknownSmsIsHeardAndCounted() {
        var unknown = "{\"refId\":\"" + UUID.randomUUID() + "\",\"resultCode\":1001}";

        assertThat(send(REPORT, unknown).status()).isEqualTo(204);
        assertThat(metrics()).contains("caravan_sms_reports_total{camelContext=\"caravan\",known=\"false\"}");
    }

    @Test
    void anSmsThatComesTwiceIsStoredOnce() {
        var id = "in-" + UUID.randomUUID();
        var sms = "{\"id\":\"" + id + "\",\"source\":\"+4577007700\",\"content\":{\"userData\":\"STOP\"}}";

        assertThat(send(INBOUND, sms).status()).isEqualTo(204);
        assertThat(send(INBOUND, sms).status()).isEqualTo(204);

        assertThat(database.queryForList("select text from sms_inbound where id = ?", String.class, id))
                .containsExactly("STOP");
    }

    @Test
    void whatIsNotSignedIsRefusedAndCounted() {
        var before = forgeries();

        var reply = Http.send("POST", sandbox.uri(REPORT), "{}", "Content-Type", "application/json");
        var basic = Http.send(
                "POST",
                sandbox.uri(REPORT),
                "{}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic Z2F0ZXdheTo=");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo(UNAUTHENTICATED);
        assertThat(basic.status()).isEqualTo(401);
        assertThat(basic.body()).isEqualTo(UNAUTHENTICATED);
        await().untilAsserted(() -> assertThat(forgeries()).isEqualTo(before + 2));
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInTheSameForm() {
        assertThat(send(REPORT, "no json").status()).isEqualTo(400);
        assertThat(send(INBOUND, "{}").json().has("message")).isTrue();
        assertThat(send("/api/callback/sms/delivered", "{}").status()).isEqualTo(404);
        assertThat(Http.send("POST", sandbox.uri(REPORT), "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(Http.get(sandbox.uri(REPORT)).status()).isEqualTo(405);
    }

    private double forgeries() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("caravan_sms_forgeries_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String metrics() {
        return Http.get(sandbox.managementUri("/actuator/prometheus"), "Authorization", "Basic b3BzOm9wcy1zYW5kYm94")
                .body();
    }

    private Http.Reply send(String path, String body) {
        var webhook = SignedWebhook.of(
                SignedWebhook.SMS_SECRET,
                "evt_" + UUID.randomUUID(),
                Instant.now().getEpochSecond(),
                body);
        return Http.send(
                "POST",
                sandbox.uri(path),
                new String(webhook.body(), StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "webhook-id",
                webhook.id(),
                "webhook-timestamp",
                webhook.timestamp(),
                "webhook-signature",
                webhook.signature());
    }
}
