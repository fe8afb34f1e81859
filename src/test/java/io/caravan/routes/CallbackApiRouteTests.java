package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.svix.Webhook;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.lang.management.ManagementFactory;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The API of callbacks, from the socket to the merchant's receiver and back. The merchant is the Norwegian one. */
class CallbackApiRouteTests {

    private static final String API = "/api/v1/callbacks";
    private static final String NO = basic("coma_sandboxNO00000001", "key-no");
    private static final String FI = basic("coma_sandboxFI00000001", "key-fi");
    private static final String NORWEGIAN = "7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c22";

    private final Sandbox sandbox = Sandbox.running();
    private final JdbcTemplate jdbc = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aTestArrivesSignedAndIsShownWithItsAttempt() throws Exception {
        var id = test();

        assertArrives(id, 1);
        var shown = send("GET", API + "/" + id, NO).json();

        assertThat(shown.get("webhookId").asText()).isEqualTo(id);
        assertThat(shown.get("state").asText()).isEqualTo("delivered");
        assertThat(shown.get("event").asText()).isEqualTo("callback_test");
        assertThat(shown.at("/attempts/0/status").asInt()).isEqualTo(200);
        assertThat(shown.at("/attempts/0/answer").asText()).isEqualTo("{}");
        var received = received(id).get(0);
        assertThat(received.get("body").asText())
                .isEqualTo("[{\"InvoiceId\":\"" + shown.get("subject").asText() + "\",\"Status\":\"Test\",\"Date\":\""
                        + date(received) + "\",\"Sequence\":0}]");
        verify(received, secret());
    }

    @Test
    void aCallbackComesAgainUnderTheSameIdWhenItIsReplayed() throws Exception {
        var id = test();
        assertArrives(id, 1);

        assertReplayed(send("POST", API + "/" + id + "/replay", NO), 1);
        assertArrives(id, 2);

        var both = received(id);
        assertThat(both.get(0).get("body")).isEqualTo(both.get(1).get("body"));
        verify(both.get(0), secret());
    }

    @Test
    void aRangeComesAgainWithoutWaitingForTheJob() throws Exception {
        var id = test();
        assertArrives(id, 1);
        var at = send("GET", API + "/" + id, NO).json().get("createdAt").asText();

        var byBody = send("POST", API + "/replay", NO, "{\"state\":\"delivered\",\"from\":\"" + at + "\"}");
        assertThat(byBody.status()).as(byBody.body()).isEqualTo(202);
        assertThat(byBody.json().get("replayed").asInt()).isPositive();

        assertArrives(id, 2);
        await().until(() -> jdbc.queryForObject("select count(*) from replay", Integer.class) == 0);
    }

    @Test
    void operatorsReplayByJmx() throws Exception {
        var id = test();
        assertArrives(id, 1);
        var beans = ManagementFactory.getPlatformMBeanServer();
        var bean = new ObjectName("caravan:type=CallbackReplay");
        var text = new String[] {String.class.getName()};

        assertThat(beans.invoke(bean, "replay", new Object[] {id}, text)).isEqualTo("Sent 1");
        assertArrives(id, 2);

        kill(id);
        assertThat((String) beans.invoke(bean, "replayDead", new Object[] {NORWEGIAN}, text))
                .matches("Sent [1-9][0-9]*");
        assertThat(jdbc.queryForList(
                        "select operator from operator_act where subject = ?", String.class, "callback " + id))
                .containsExactly("jmx");
    }

    @Test
    void bothSecretsVerifyAfterARotation() throws Exception {
        var old = secret();
        var rotated = send("POST", API + "/secret/rotate", NO);
        assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
        assertThat(rotated.headers().allValues("Cache-Control")).containsExactly("no-store");
        var fresh = rotated.json().get("secret").asText();

        assertThat(secret()).isEqualTo(fresh).isNotEqualTo(old);
        var id = test();
        assertArrives(id, 1);

        verify(received(id).get(0), old);
        verify(received(id).get(0), fresh);
    }

    @Test
    void theListIsTheMerchantsOwn() throws Exception {
        var id = test();
        var subject = send("GET", API + "/" + id, NO).json().get("subject").asText();

        assertThat(ids(send("GET", API, NO))).contains(id);
        assertThat(ids(send("GET", API + "?invoiceId=" + subject, NO))).containsExactly(id);
        assertThat(ids(send("GET", API + "?state=dead&from=2100-01-01T00:00:00Z", NO)))
                .isEmpty();
        assertThat(ids(send("GET", API + "?invoiceId=" + subject, FI))).isEmpty();
        assertThat(ids(send("GET", API, bearer("sandbox-no")))).contains(id);
    }

    @Test
    void anotherMerchantsCallbackIsUnknown() throws Exception {
        var id = test();
        assertArrives(id, 1);

        assertRefused(send("GET", API + "/" + id, FI), 404, "DomainError");
        assertRefused(send("POST", API + "/" + id + "/replay", FI), 404, "DomainError");
        assertRefused(send("GET", API + "/" + UUID.randomUUID(), NO), 404, "DomainError");
        assertRefused(send("POST", API + "/msg_nothing/replay", NO), 404, "DomainError");
    }

    @Test
    void requestsThatCannotBeReadAreRefusedWithAllFaults() {
        var list = send("GET", API + "?state=x&from=y&cursor=z", NO);

        assertRefused(list, 400, "InputError");
        assertThat(list.json().get("error_description").asText())
                .contains("input.state : ", "input.from : ", "input.cursor : ");
        assertRefused(send("POST", API + "/replay", NO, "{}"), 400, "InputError");
        assertRefused(send("POST", API + "/replay", NO, "{\"state\":\"pending\"}"), 400, "InputError");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/callbacks, 405",
        "PUT, /api/v1/callbacks/secret, 405",
        "GET, /api/v1/callbacks/secret/rotate, 405",
        "GET, /api/v1/callbacks/x/y, 404"
    })
    void whatIsNotOfferedIsRefused(String method, String path, int status) {
        assertThat(send(method, path, NO).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /msg_x",
        "POST, /msg_x/replay",
        "POST, /replay",
        "POST, /test",
        "GET, /secret",
        "POST, /secret/rotate",
        "GET, /%73ecret"
    })
    void everyPathNeedsAMerchantsCredential(String method, String path) {
        var wallet = bearer("sandbox-wallet");

        assertRefused(Http.send(method, sandbox.uri(API + path), ""), 401, "InputError");
        for (var wrong : List.of(
                basic("coma_sandboxNO00000001", "key-fi"),
                basic("nobody", "key-no"),
                basic("sandbox-no", "sandbox-no-secret"),
                basic("ops", "ops-sandbox"),
                "Basic !",
                "Bearer x")) {
            assertRefused(send(method, API + path, wrong), 401, "InputError");
        }
        assertRefused(send(method, API + path, wallet), 403, "InputError");
    }

    @Test
    void theAccountOfADisabledMerchantIsRefusedAndOpensNothingElse() {
        assertThat(send("GET", "/api/v1/merchants/me", NO).status()).isEqualTo(401);
        jdbc.update("update merchant set enabled = false where id = ?", UUID.fromString(NORWEGIAN));
        try {
            assertRefused(send("GET", API, NO), 401, "InputError");
        } finally {
            jdbc.update("update merchant set enabled = true where id = ?", UUID.fromString(NORWEGIAN));
        }
    }

    @Test
    void noHeaderIsTakenForAParameter() {
        var reply =
                Http.send("GET", sandbox.uri(API), "", "Authorization", NO, "From", "shop@example.org", "state", "x");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private String test() {
        var reply = send("POST", API + "/test", NO);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json().at("/items/0/id").asText();
    }

    private void kill(String id) {
        jdbc.update("update callback set state = 'DEAD' where delivery_id = ? and state = 'DELIVERED'", id);
    }

    private String secret() {
        return send("GET", API + "/secret", NO).json().get("secret").asText();
    }

    private void assertArrives(String id, int times) {
        await().until(() -> received(id).size() >= times
                && send("GET", API + "/" + id, NO).json().get("state").asText().equals("delivered"));
        assertThat(received(id)).hasSize(times);
    }

    private List<JsonNode> received(String id) {
        var all = Http.get(sandbox.uri("/mock/merchant/received?path=/mock/merchant/callbacks/no"))
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.at("/headers/webhook-id").asText().equals(id))
                .toList();
    }

    private static String date(JsonNode received) {
        return received.get("body").asText().replaceFirst(".*\"Date\":\"([^\"]*)\".*", "$1");
    }

    private static void verify(JsonNode received, String secret) {
        var headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(received.at("/headers/webhook-id").asText()),
                        "webhook-timestamp",
                                List.of(received.at("/headers/webhook-timestamp")
                                        .asText()),
                        "webhook-signature",
                                List.of(received.at("/headers/webhook-signature")
                                        .asText())),
                (name, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(received.get("body").asText(), headers))
                .doesNotThrowAnyException();
    }

    private static List<String> ids(Http.Reply list) {
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        return list.json().get("items").findValuesAsText("id");
    }

    private static void assertReplayed(Http.Reply reply, int n) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.body()).isEqualTo("{\"replayed\":" + n + "}");
    }

    private static void assertRefused(Http.Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("error").asText()).isEqualTo(error);
        assertThat(reply.json().get("error_context").asText()).isEqualTo("Invoices");
    }

    private Http.Reply send(String method, String path, String authorization) {
        return Http.send(method, sandbox.uri(path), "", "Authorization", authorization);
    }

    private Http.Reply send(String method, String path, String authorization, String body) {
        return Http.send(
                method, sandbox.uri(path), body, "Authorization", authorization, "Content-Type", "application/json");
    }

    private String bearer(String client) {
        return "Bearer " + MerchantClient.token(sandbox::uri, client, client + "-secret");
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
