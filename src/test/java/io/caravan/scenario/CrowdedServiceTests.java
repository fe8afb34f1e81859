package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.MachineTime;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.Patience;
import io.caravan.support.Ports;
import io.caravan.support.ServiceProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service of small size, and more callers than it can answer, some of them no good. */
@OwnProcesses
class CrowdedServiceTests {

    private static final int AT_ONCE = 8;
    private static final int FAILURES = 10;
    private static final String INVOICES = "/api/v1/merchants/" + MerchantClient.MERCHANT + "/invoices";

    @TempDir
    static Path folder;

    private static ServiceProcess service;
    private static String token;

    @BeforeAll
    static void start() {
        var mockPort = String.valueOf(Ports.free());
        service = new ServiceProcess(
                        folder,
                        Map.of(
                                "caravan.sandbox.demo",
                                "false",
                                "caravan.mock.port",
                                mockPort,
                                "caravan.mock.url",
                                "http://127.0.0.1:" + mockPort,
                                "caravan.door.requests-at-once",
                                String.valueOf(AT_ONCE),
                                "caravan.door.failures-per-minute",
                                String.valueOf(FAILURES),
                                "caravan.payment-invoices.checkouts-per-address",
                                "5",
                                "caravan.door.body-time",
                                "1s",
                                "server.tomcat.connection-timeout",
                                "3s"))
                .start();
        token = MerchantClient.token(service::uri, "sandbox-dk", "sandbox-dk-secret");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void underTenTimesTheLoadWhatIsLetInIsAnsweredInTime() throws Exception {
        var replies = atOnce(AT_ONCE * 10, 15, this::create);
        var health = Http.get(service.managementUri("/actuator/health/readiness"));

        assertThat(replies)
                .extracting(Http.Reply::status)
                .containsOnly(202, 503)
                .contains(202, 503);
        assertThat(replies).filteredOn(reply -> reply.status() == 503).allSatisfy(reply -> {
            assertThat(reply.headers().firstValue("Retry-After")).contains("2");
            assertThat(reply.json().get("error").asText()).isEqualTo("ServerError");
        });
        assertThat(health.status()).isEqualTo(200);
        assertThat(create(-1, 0).status()).isEqualTo(202);
    }

    @Test
    void aGoodTokenIsLetInAmongManyWrongOnes() {
        var statuses = IntStream.range(0, 2 * FAILURES)
                .map(i -> me("Bearer wrong").status())
                .boxed()
                .toList();
        var secret = tokenRequest("sandbox-fi-secret");

        assertThat(statuses).endsWith(429, 429);
        assertThat(me("Bearer " + token).status()).isEqualTo(200);
        assertThat(secret.status()).isEqualTo(429);
        assertThat(secret.json().get("error").asText()).isEqualTo("temporarily_unavailable");
        assertThat(secret.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void waysToTheAcquirerCannotBeOpenedWithoutEnd() {
        var statuses = IntStream.range(0, 7)
                .map(i -> Http.send("POST", service.uri("/hpp/cpi_UoIW6RdSYyIRj8v" + i + "/card"), "")
                        .status())
                .boxed()
                .toList();

        assertThat(statuses).startsWith(404).endsWith(429, 429);
    }

    @Test
    void passwordsOfGatewaysCannotBeTriedWithoutEnd() {
        var statuses = IntStream.range(0, 2 * FAILURES)
                .map(i -> Http.send(
                                "POST",
                                service.uri(i % 2 == 0 ? "/api/callback/sms/report" : "/API/callback/sms/%72eport"),
                                "{}",
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Basic Z2F0ZXdheTp3cm9uZw==")
                        .status())
                .boxed()
                .toList();

        assertThat(statuses).startsWith(401).endsWith(429, 429);
    }

    @Test
    void anAddressThatACallerClaimsIsNotBelieved() {
        var statuses = IntStream.range(0, 2 * FAILURES)
                .map(i -> tokenRequest("wrong", "X-Forwarded-For", "9.9.9." + i).status())
                .boxed()
                .toList();

        assertThat(statuses).endsWith(429, 429);
    }

    @Test
    void whoeverSendsTooSlowlyLosesTheConnectionAndHoldsUpNobody() throws Exception {
        var rest = " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < AT_ONCE * 10; i++) {
            slow.add(sending("POST " + (i % 2 == 0 ? INVOICES : "/api/callback/psp/x") + rest));
        }

        var time = new MachineTime();
        await().until(() -> create(-2, 0).status() == 202);
        assertThat(time.passed()).isLessThan(Duration.ofSeconds(2));
        var answers = new ArrayList<String>();
        for (var socket : slow) {
            socket.setSoTimeout((int) Patience.SOON.toMillis());
            answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            socket.close();
        }
        assertThat(answers)
                .allMatch(answer -> answer.matches("(?s)(|HTTP/1.1 (401|408|503) .*)"))
                .anyMatch(answer -> answer.startsWith("HTTP/1.1 408"));
    }

    private static Socket sending(String text) throws IOException {
        var socket = new Socket("127.0.0.1", service.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private interface Request {
        Http.Reply send(int caller, int n);
    }

    private static List<Http.Reply> atOnce(int callers, int times, Request request) throws Exception {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            Callable<List<Http.Reply>> none = List::of;
            var tasks = new ArrayList<Callable<List<Http.Reply>>>(List.of(none));
            for (int caller = 0; caller < callers; caller++) {
                int me = caller;
                tasks.add(() -> IntStream.range(0, times)
                        .mapToObj(n -> request.send(me, n))
                        .toList());
            }
            var replies = new ArrayList<Http.Reply>();
            for (Future<List<Http.Reply>> done : threads.invokeAll(tasks)) {
                replies.addAll(done.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }

    private Http.Reply create(int caller, int n) {
        var phone = "+45714" + String.format("%05d", Math.floorMod(caller * 100 + n, 100_000));
        return Http.send(
                "POST",
                service.uri(INVOICES),
                MerchantClient.body(phone, "crowd-" + caller + "-" + n),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private static Http.Reply me(String authorization) {
        return Http.get(service.uri("/api/v1/merchants/me"), "Authorization", authorization);
    }

    private static Http.Reply tokenRequest(String secret, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return Http.send(
                "POST",
                service.uri("/oauth2/token"),
                "grant_type=client_credentials&client_id=sandbox-fi&client_secret=" + secret,
                all.toArray(String[]::new));
    }
}
