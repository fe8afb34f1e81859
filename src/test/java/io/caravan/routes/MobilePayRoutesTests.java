package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The MobilePay routes, from the socket to the table and back. */
class MobilePayRoutesTests {

    static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";
    static final String OTHER = "0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11";
    static final String ISSUER = "efd08c19-24cf-4833-a4a4-bfa7bd58fbb2";
    static final AtomicInteger NUMBER = new AtomicInteger();

    final HttpClient client = HttpClient.newHttpClient();
    final ObjectMapper json = new ObjectMapper();
    final Sandbox sandbox = Sandbox.running();
    final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    final JdbcTemplate jdbc = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aCreatedInvoiceIsShownWithItsStatusAndCanBeCanceled() throws Exception {
        var created = post(invoices(), invoice());
        var id = tree(created).path("InvoiceId").asText();

        assertThat(created.statusCode()).isEqualTo(202);
        assertThat(created.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(created.body()).isEqualTo("{\"InvoiceId\":\"" + UUID.fromString(id) + "\"}");
        assertThat(tree(get(invoices() + "/" + id)).path("TotalAmount").decimalValue())
                .isEqualByComparingTo("360");
        assertThat(tree(get(invoices() + "/" + id + "/status")).path("Status").asText())
                .isEqualTo("created");

        var canceled = put(invoices() + "/" + id + "/cancel", "");

        assertThat(canceled.statusCode()).isEqualTo(204);
        assertThat(canceled.body()).isEmpty();
        assertThat(tree(get(invoices() + "/" + id + "/status")).path("Status").asText())
                .isEqualTo("canceled");
        assertThat(jdbc.queryForList(
                        "select type from event where subject_id = ? order by number",
                        String.class,
                        UUID.fromString(id)))
                .containsExactly("INVOICE_CREATED", "INVOICE_CANCELED");
        assertRefused(put(invoices() + "/" + id + "/cancel", ""), 409, "DomainError", "10505");
    }

    @Test
    void detailsTellWhoseDocumentTheirAddressIsOf() throws Exception {
        var theirs = invoice().replaceFirst("\\{", "{\"InvoiceUrl\": \"https://shop.example/invoices/301\",");

        var generated = details(post(invoices(), invoice()));
        var merchantsOwn = details(post(invoices(), theirs));

        assertThat(generated.path("InvoiceUrl").isNull()).isTrue();
        assertThat(generated.path("UrlType").numberValue()).isEqualTo(0);
        assertThat(merchantsOwn.path("InvoiceUrl").asText()).isEqualTo("https://shop.example/invoices/301");
        assertThat(merchantsOwn.path("UrlType").numberValue()).isEqualTo(1);
    }

    @Test
    void aBodyInUtf8IsReadUnderAnyOfItsNames() throws Exception {
        var danish = invoice().replace("Any comment", "Blåbær");

        var created = post(invoices(), danish, "Content-Type", "application/json; charset=utf8");

        assertThat(details(created).path("Comment").asText()).isEqualTo("Blåbær");
    }

    @Test
    void aRequestWithAKeyIsAnsweredTheSameTwice() throws Exception {
        var body = invoice();
        var key = UUID.randomUUID().toString();

        var first = post(invoices(), body, "Idempotency-Key", key);
        var again = post(invoices(), body, "Idempotency-Key", key);
        var other = post(invoices(), invoice(), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertRefused(other, 409, "DomainError", null);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        assertRefused(post(invoices(), invoice(), "Idempotency-Key", "k".repeat(256)), 400, "InputError", null);
        assertThat(post(invoices(), invoice(), "Idempotency-Key", "k".repeat(255))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void theSameInvoiceIsNotTakenTwice() throws Exception {
        var body = invoice();

        var first = post(invoices(), body);
        var second = post(invoices(), body);

        assertThat(first.statusCode()).isEqualTo(202);
        assertRefused(second, 409, "DomainError", "10104");
    }

    @Test
    void allInputFaultsAreToldAtOnce() throws Exception {
        var refused = post(invoices(), "{\"TotalAmount\":\"secret\"}");

        assertRefused(refused, 400, "InputError", null);
        assertThat(tree(refused).path("error_description").asText())
                .contains("input.TotalAmount : must be a number\r\n")
                .contains("input.InvoiceIssuer : is required\r\n")
                .doesNotContain("secret");
    }

    @Test
    void anotherMerchantsPathIsForbidden() throws Exception {
        assertRefused(post("/api/v1/merchants/" + OTHER + "/invoices", invoice()), 403, "InputError", null);
        assertRefused(post("/api/v1/merchants/nobody/invoices", invoice()), 403, "InputError", null);
    }

    @Test
    void nothingButThePathNamesTheMerchant() throws Exception {
        var path = "/api/v1/merchants/" + OTHER + "/invoices";

        assertRefused(post(path + "?merchantId=" + MERCHANT, invoice()), 403, "InputError", null);
        assertRefused(post(path + "?merchantid=" + MERCHANT, invoice()), 403, "InputError", null);
        assertRefused(post(path, invoice(), "merchantId", MERCHANT), 403, "InputError", null);
        assertThat(post(invoices() + "?merchantId=" + OTHER, invoice(), "MERCHANTID", OTHER)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void anotherMerchantsInvoiceIsUnknown() throws Exception {
        var id = tree(post(invoices(), invoice())).path("InvoiceId").asText();
        var path = "/api/v1/merchants/" + OTHER + "/invoices/" + id;

        var finnish = "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-fi", "sandbox-fi-secret");

        assertRefused(send("GET", path, "", "Authorization", finnish), 404, "DomainError", null);
        assertRefused(send("GET", path + "/status", "", "Authorization", finnish), 404, "DomainError", null);
        assertRefused(send("PUT", path + "/cancel", "", "Authorization", finnish), 404, "DomainError", null);
    }

    @Test
    void anIdThatIsNoneIsUnknown() throws Exception {
        assertRefused(get(invoices() + "/" + UUID.randomUUID()), 404, "DomainError", null);
        assertRefused(get(invoices() + "/1-2-3-4-5"), 404, "DomainError", null);
        assertRefused(put(invoices() + "/" + UUID.randomUUID() + "/cancel", ""), 404, "DomainError", null);
    }

    @Test
    void aMerchantLearnsItsIdAndItsIssuers() throws Exception {
        var me = get("/api/v1/merchants/me");
        var issuers = get("/api/v1/merchants/" + MERCHANT + "/invoiceissuers");

        assertThat(me.body()).isEqualTo("{\"MerchantId\":\"" + MERCHANT + "\"}");
        assertThat(tree(issuers).path("InvoiceIssuers").findValuesAsText("Id")).contains(ISSUER);
    }

    @Test
    void callbacksAreSentWhereTheMerchantSays() throws Exception {
        var path = "/api/v1/merchants/" + MERCHANT + "/auth/";

        var basic =
                put(path + "basic", "{\"username\":\"u\",\"password\":\"p\",\"callbackurl\":\"https://a.example/\"}");
        var key = put(path + "apikey", "{\"api_key\":\"k\",\"callback_url\":\"https://a.example/\"}");
        var bad = put(path + "apikey", "{\"ApiKey\":\"\\n\",\"CallbackUrl\":\"/\"}");

        assertThat(basic.statusCode()).isEqualTo(204);
        assertThat(key.statusCode()).isEqualTo(204);
        assertRefused(bad, 400, "InputError", null);
    }

    @Test
    void noRequestHeaderComesBack() throws Exception {
        var refused = post(invoices(), "{}", "X-Mine", "secret");
        var created = post(invoices(), invoice(), "X-Mine", "secret");

        assertThat(created.statusCode()).isEqualTo(202);
        assertThat(List.of(refused, created))
                .allSatisfy(answer -> assertThat(answer.headers().map().toString())
                        .doesNotContain("secret")
                        .doesNotContain(token));
    }

    @Test
    void whatNobodyForesawIsToldToNobody() throws Exception {
        var body = invoice();
        var key = "broken-" + UUID.randomUUID();
        post(invoices(), body, "Idempotency-Key", key);
        jdbc.update("update kept_answer set headers = '{' where request_key = ?", key);

        var failed = post(invoices(), body, "Idempotency-Key", key);

        assertRefused(failed, 500, "ServerError", null);
        assertThat(failed.body()).doesNotContain("Json").doesNotContain("Exception");
    }

    @Test
    void aStoppedRouteAnswersAtOnceAndSaysWhenToComeAgain() throws Exception {
        var routes = sandbox.context().getBean(CamelContext.class).getRouteController();
        routes.stopRoute("mobilepay-list-issuers");
        try {
            var refused = get("/api/v1/merchants/" + MERCHANT + "/invoiceissuers");
            assertRefused(refused, 503, "ServerError", null);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
            assertRefused(get("/API/v1/merchants/" + MERCHANT + "/invoiceissuers"), 503, "ServerError", null);
        } finally {
            routes.startRoute("mobilepay-list-issuers");
        }
    }

    private void assertRefused(HttpResponse<String> answer, int status, String error, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var envelope = tree(answer);
        assertThat(envelope.path("error").asText()).isEqualTo(error);
        assertThat(envelope.path("error_code").textValue()).isEqualTo(code);
        assertThat(envelope.path("error_context").asText()).isEqualTo("Invoices");
        assertThat(envelope.path("error_description").asText()).isNotBlank();
        assertThat(UUID.fromString(envelope.path("correlation_id").asText())).isNotNull();
    }

    private static String invoices() {
        return "/api/v1/merchants/" + MERCHANT + "/invoices";
    }

    /** The documented example, with a number of its own. */
    private static String invoice() throws IOException {
        try (var example = MobilePayRoutesTests.class.getResourceAsStream("/golden/mobilepay/create-invoice.json")) {
            var today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
            return new String(example.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${issued}", today.minusDays(9).toString())
                    .replace("${ordered}", today.minusDays(8).toString())
                    .replace("${delivered}", today.minusDays(7).toString())
                    .replace("${due}", today.plusDays(30).toString())
                    .replace("+4577007700", "+457140%04d".formatted(NUMBER.incrementAndGet()))
                    .replace("\"301\"", "\"routes-" + NUMBER + "\"");
        }
    }

    private JsonNode details(HttpResponse<String> created) throws Exception {
        return tree(get(invoices() + "/" + tree(created).path("InvoiceId").asText()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(sandbox.uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .setHeader("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode tree(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }
}
