package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a careless or hostile client gets: the error envelope, the right status, and nothing of the inside. */
class BadInputTests {

    private static final String INVOICES = "/api/v1/merchants/" + MerchantClient.MERCHANT + "/invoices";
    private static final String FINNISH = "/api/v1/merchants/0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11/invoices";

    private final Sandbox sandbox = Sandbox.running();
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    private final String good = MerchantClient.body("+4571300001", "bad-input-" + UUID.randomUUID());

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", "", 400),
                Arguments.of("malformed JSON", "{\"InvoiceIssuer\": ", 400),
                Arguments.of("an array", "[]", 400),
                Arguments.of("a text", "\"marker-7\"", 400),
                Arguments.of("depth 100", "{\"a\":".repeat(100) + "1" + "}".repeat(100), 400),
                Arguments.of("a number as a text", "{\"TotalAmount\": \"marker-7\"}", 400),
                Arguments.of("nine MiB", "{\"Comment\": \"" + "x".repeat(9 << 20) + "\"}", 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatIsNoInvoiceIsRefused(String what, String body, int status) {
        var before = invoices();

        var reply = post(INVOICES, body, "Content-Type", "application/json");

        assertRefused(reply, status, "InputError");
        assertThat(reply.body()).doesNotContain("marker-7");
        assertThat(invoices()).isEqualTo(before);
    }

    @Test
    void aMediaTypeThatIsNotJsonIsRefused() {
        assertRefused(post(INVOICES, good, "Content-Type", "text/plain"), 415, "InputError");
    }

    @Test
    void anotherMerchantsPathIsForbidden() {
        assertRefused(post(FINNISH, good, "Content-Type", "application/json"), 403, "InputError");
    }

    @Test
    void aRequestWithoutAGoodTokenIsRefused() {
        var none = Http.send("POST", sandbox.uri(INVOICES), good, "Content-Type", "application/json");
        var forged =
                Http.get(sandbox.uri(INVOICES + "/" + UUID.randomUUID()), "Authorization", "Bearer " + token + "x");

        assertRefused(none, 401, "InputError");
        assertRefused(forged, 401, "InputError");
    }

    @Test
    void anUnknownInvoiceIsNotFound() {
        assertRefused(get(INVOICES + "/" + UUID.randomUUID()), 404, "DomainError");
        assertRefused(get(INVOICES + "/marker-7"), 404, "DomainError");
    }

    @Test
    void anUnknownPathAndAWrongVerbAreRefusedInTheSameForm() {
        assertRefused(get("/api/v1/nothing/here"), 404, "DomainError");
        assertRefused(send("DELETE", INVOICES, ""), 405, "InputError");
    }

    @Test
    void aHeaderOrParameterOfTheInsideIsRefused() {
        assertRefused(post(INVOICES, good, "CamelHttpUri", "http://127.0.0.1/"), 400, "InputError");
        assertRefused(get(INVOICES + "/" + UUID.randomUUID() + "?caravanCaller=x"), 400, "InputError");
    }

    private static void assertRefused(Http.Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().get("error").asText()).isEqualTo(error);
        assertThat(UUID.fromString(reply.json().get("correlation_id").asText())).isNotNull();
        assertThat(reply.body()).doesNotContain("Exception", "at io.caravan", "marker-7");
    }

    private Http.Reply post(String path, String body, String... headers) {
        var all = Stream.concat(Stream.of(headers), Stream.of("Authorization", "Bearer " + token))
                .toArray(String[]::new);
        return Http.send("POST", sandbox.uri(path), body, all);
    }

    private Http.Reply get(String path) {
        return send("GET", path, "");
    }

    private Http.Reply send(String method, String path, String body) {
        return Http.send(method, sandbox.uri(path), body, "Authorization", "Bearer " + token);
    }

    private long invoices() {
        return new JdbcTemplate(sandbox.context().getBean(DataSource.class))
                .queryForObject("select count(*) from invoice", Long.class);
    }
}
