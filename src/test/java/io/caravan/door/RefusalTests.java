package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Patience;
import io.caravan.support.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that reach no route, from the careless to the malformed: each is answered in the dialect's own form. */
class RefusalTests {

    private static final String INVOICES = "/api/v1/merchants/" + MerchantClient.MERCHANT + "/invoices";

    private final Sandbox sandbox = Sandbox.running();
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");

    @Test
    void theCallersCorrelationIdComesBackInErrors() {
        var id = "6f1c1a58-3a52-4c2c-8f6e-0c6d3b1b7c10";

        var reply = Http.get(sandbox.uri("/api/v1/nothing"), "CorrelationId", id);

        assertThat(reply.json().get("correlation_id").asText()).isEqualTo(id);
    }

    @Test
    void aBodyOfUnknownLengthIsMeasured() throws Exception {
        var body = ("{\"Comment\": \"" + "x".repeat(9 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        var chunked = HttpRequest.newBuilder(sandbox.uri(INVOICES))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        var reply = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).contains("InputError");
    }

    @Test
    void aSmallBodyOfUnknownLengthIsRead() throws Exception {
        var chunked = HttpRequest.newBuilder(sandbox.uri(INVOICES))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("{\"TotalAmount\": 1}".getBytes(StandardCharsets.UTF_8))))
                .build();

        var reply = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("input.InvoiceIssuer").doesNotContain("input.TotalAmount");
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        var reply = Http.send("POST", sandbox.uri(INVOICES), "{}", "Authorization", "Bearer " + token);

        assertThat(reply.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 400",
        "application/json; charset=utf-8, 400",
        "application/json; charset=utf8, 400",
        "application/json;Charset=UTF8, 400",
        "application/json; charset=\"utf8\", 400",
        "application/json; charset=\"UTF-8\", 400",
        "application/json; charset=iso-8859-1, 415",
        "application/json; charset=utf-16, 415",
        "application/json; charset=utf, 415",
        "application/json; charset=, 415",
        "text/json, 400",
        "application/json-patch+json, 400",
        "application/x-www-form-urlencoded, 415",
        "multipart/form-data; boundary=x, 415",
        "application/xml, 415"
    })
    void bodiesAreReadByTheirType(String type, int status) {
        var reply = Http.send(
                "POST", sandbox.uri(INVOICES), "{}", "Authorization", "Bearer " + token, "Content-Type", type);

        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%00 HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/a%2Fb HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/a;b HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/a//b HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/../x HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/x HTTP/1.1\r\n",
                "GET /api/v1/x HTTP/1.1\r\nHost: a b\r\n",
                "GET /api/v1/x HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n",
                "GET /api/v1/x HTTP/9.1\r\nHost: x\r\n",
                "FOO /api/v1/x HTTP/1.1\r\nHost: x\r\n",
                "POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n",
                "POST /api/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: bogus\r\n"
            })
    void aMalformedRequestIsAnsweredInTheSameForm(String head) throws IOException {
        var answer = raw(sandbox.uri("/"), head);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("\"error\":\"InputError\"").contains("\"error_description\":\"The request cannot");
        assertTellsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE\r\n", "GET /<script> HTTP/1.1\r\nHost: x\r\n"})
    void arequestThatIsNoneHasNoBodyInItsAnswer(String head) throws IOException {
        var answer = raw(sandbox.uri("/"), head);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Length: 0");
        assertTellsNothing(answer);
    }

    @Test
    void theOperatorsPortTellsNothingEither() throws IOException {
        var answer = raw(sandbox.managementUri("/"), "GET /actuator/%00 HTTP/1.1\r\nHost: x\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertTellsNothing(answer);
    }

    @Test
    void noHeaderOfARequestComesBack() {
        for (var path : new String[] {"/api/v1/merchants/me", INVOICES, "/api/v1/nothing", INVOICES + "/x"}) {
            var reply = Http.get(
                    sandbox.uri(path),
                    "Authorization",
                    "Bearer " + token,
                    "X-Marker",
                    "marker-7",
                    "Cookie",
                    "a=marker-7");

            assertThat(reply.headers().map().keySet())
                    .doesNotContain("authorization", "x-marker", "cookie", "user-agent", "server");
            assertThat(reply.headers().map().toString()).doesNotContain("marker-7", token);
        }
    }

    private static void assertTellsNothing(String answer) {
        assertThat(answer).doesNotContain("Tomcat", "Apache", "Exception", "\tat ", "java.", "<script>");
    }

    private static String raw(URI address, String head) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Patience.SOON.toMillis());
            var request = head + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
