package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.caravan.support.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock endpoints as programs and browsers meet them, and how they fail over HTTP. */
class MockRoutesTests {

    private static final String SESSION =
            """
            {"reference":"pay-1","amount":36000,"currency":"DKK","text":"Invoice 301","returnUrl":"http://shop.example/"}""";
    private static final String AMOUNT = """
            {"reference":"pay-1","amount":36000,"currency":"DKK"}""";
    private static final String CHARGE =
            """
            {"reference":"pay-1","amount":36000,"currency":"DKK","card":"00000000-0000-4000-a000-004577007700"}""";

    @TempDir
    static Path folder;

    static HttpServer service;
    static BlockingQueue<String> told = new LinkedBlockingQueue<>();
    static MockServer mocks;

    @BeforeAll
    static void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        service.createContext("/", exchange -> {
            told.add(exchange.getRequestURI().getPath() + " "
                    + new ObjectMapper()
                            .readTree(exchange.getRequestBody())
                            .path("key")
                            .asText());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        mocks = new MockServer(
                folder, "http://127.0.0.1:" + service.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        mocks.close();
        service.stop(0);
    }

    @AfterEach
    void mend() {
        for (var mock : new String[] {"psp", "push", "merchant"}) {
            Http.send("DELETE", mocks.uri("/mock/" + mock + "/faults"), "");
        }
    }

    @Test
    void aPaymentGoesItsWholeWay() {
        var session = session("way-1");
        var paid = post("/mock/psp/payments/" + session + "/pay", "", "{\"card\":\"4000 0000 0000 3220\"}");
        var confirmed = post("/mock/psp/payments/" + session + "/3ds", "", "{\"code\":\"1234\"}");
        var captured = post("/mock/psp/payments/" + session + "/capture", "way-2", AMOUNT);
        var refunded = post("/mock/psp/payments/" + session + "/refund", "way-3", AMOUNT);
        var cancelled = post("/mock/psp/payments/" + session + "/cancel", "way-4", AMOUNT);

        assertThat(paid.json().path("step").asText()).isEqualTo("3ds");
        assertThat(confirmed.json().path("status").asText()).isEqualTo("authorized");
        assertThat(captured.status()).isEqualTo(201);
        assertThat(refunded.status()).isEqualTo(201);
        assertThat(cancelled.status()).isEqualTo(402);
        assertThat(get("/mock/psp/operations/way-2").body()).isEqualTo(captured.body());
        assertThat(get("/mock/psp/operations/way-4").status()).isEqualTo(402);
        assertThat(get("/mock/psp/payments").body()).contains("way-1", "way-2", "way-3", "way-4");
        var day = Clock.systemUTC().instant().toString().substring(0, 10);
        assertThat(get("/mock/psp/operations?day=" + day).json().path("next").isNull())
                .isTrue();
    }

    @Test
    void theServiceIsToldByItself() throws Exception {
        post("/mock/psp/charges", "told-1", CHARGE);

        String heard;
        do {
            heard = told.poll(10, TimeUnit.MINUTES);
        } while (heard != null && !heard.equals("/api/callback/psp/charged told-1"));
        assertThat(heard).isNotNull();
    }

    @Test
    void aBrowserSeesAPageWhereAProgramReadsAState() {
        var session = session("page-1");

        var state = get("/mock/psp/sessions/" + session);
        var page = Http.get(mocks.uri("/mock/psp/sessions/" + session), "Accept", "text/html,*/*");

        assertThat(state.json().path("status").asText()).isEqualTo("open");
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains("Pay 360.00 DKK");
    }

    @Test
    void aBrowserIsSentBackToTheShop() {
        var session = session("back-1");

        var reply = Http.send(
                "POST",
                mocks.uri("/mock/psp/payments/" + session + "/pay"),
                "card=4111+1111+1111+1111",
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).contains("http://shop.example/?session=" + session);
    }

    @Test
    void anAnswerIsLostWhenTheWorkHasBeenDone() {
        fault("psp", "{\"dropRate\":1,\"path\":\"/mock/psp/charges\"}");

        assertThatThrownBy(() -> post("/mock/psp/charges", "lost-1", CHARGE)).hasCauseInstanceOf(IOException.class);
        assertThat(get("/mock/psp/operations/lost-1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"push, /mock/push/messages", "merchant, /mock/merchant/callbacks/dk/mobilepay"})
    void otherMocksLoseAnswersToo(String mock, String path) {
        var body =
                """
                {"id":"n-1","phone":"+4577007700","invoiceId":"i-1","amount":1.00,"currency":"DKK"}""";
        fault(mock, "{\"dropRate\":1}");

        assertThatThrownBy(() -> post(path, "", body)).hasCauseInstanceOf(IOException.class);
        assertThat(get("/mock/wallet/+4577007700").body()
                        + get("/mock/merchant/received").body())
                .contains("i-1");
    }

    @Test
    void anErrorComesInPlaceOfTheWork() {
        fault("psp", "{\"errorRate\":1,\"status\":500,\"path\":\"/mock/psp/charges\"}");

        assertThat(post("/mock/psp/charges", "error-1", CHARGE).status()).isEqualTo(500);
        assertThat(get("/mock/psp/operations/error-1").status()).isEqualTo(404);
    }

    @Test
    void whoHangsIsCutOffAndNothingIsDone() {
        var end = Clock.systemUTC().instant().plusMillis(300);
        fault("psp", "{\"hang\":true,\"until\":\"" + end + "\"}");

        assertThatThrownBy(() -> post("/mock/psp/charges", "hang-1", CHARGE)).hasCauseInstanceOf(IOException.class);
        assertThat(get("/mock/psp/operations/hang-1").status()).isEqualTo(404);
    }

    @Test
    void payersDoNotMeetTheFaultsOfTheAcquirer() {
        var session = session("calm-1");
        fault("psp", "{\"errorRate\":1,\"dropRate\":1,\"lie\":\"status\"}");

        var page = Http.get(mocks.uri("/mock/psp/sessions/" + session), "Accept", "text/html");
        var paid = post("/mock/psp/payments/" + session + "/pay", "", "{\"card\":\"4111111111111111\"}");

        assertThat(page.status()).isEqualTo(200);
        assertThat(paid.json().path("status").asText()).isEqualTo("authorized");
    }

    private Http.Reply get(String path) {
        return Http.get(mocks.uri(path));
    }

    private Http.Reply post(String path, String key, String body) {
        return key.isEmpty()
                ? Http.send("POST", mocks.uri(path), body)
                : Http.send("POST", mocks.uri(path), body, "Idempotency-Key", key);
    }

    private void fault(String mock, String fault) {
        assertThat(post("/mock/" + mock + "/faults", "", fault).status()).isEqualTo(200);
    }

    private String session(String key) {
        return post("/mock/psp/sessions", key, SESSION).json().path("id").asText();
    }
}
