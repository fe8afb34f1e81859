package io.caravan.channel.callback;

import static io.caravan.channel.callback.RawServer.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.svix.Webhook;
import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.Lease;
import io.caravan.core.callback.Posting;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackClientTests {

    private static final String SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1kaw==";
    private static final String OTHER_SECRET = "whsec_Y2FyYXZhbi1zYW5kYm94LWNhbGxiYWNrLXNlY3JldC1maQ==";
    private static final String BODY = "[{\"InvoiceId\":\"é\"}]";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nok";

    private final List<AutoCloseable> open = new ArrayList<>();
    private CheckedNames.Lookup lookup = InetAddress::getAllByName;
    private SSLContext tls;
    private CallbackClient client;

    @BeforeEach
    void startClient() throws Exception {
        tls = SSLContext.getDefault();
        client = client(true, Set.of());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @Test
    void theSignatureIsAcceptedByAnIndependentVerifier() throws Exception {
        var server = server(saying(OK));

        var attempt = post(server.url("127.0.0.1", "/callbacks?shop=1"));

        assertThat(attempt.succeeded()).isTrue();
        var request = server.requests.get(0);
        assertThat(request).startsWith("POST /callbacks?shop=1 HTTP/1.1\r\n").endsWith(BODY);
        assertThat(headers(request))
                .containsEntry("content-type", "application/json")
                .containsEntry("authorization", "Basic c2FuZGJveA==")
                .containsEntry("webhook-id", attempt.posting().id().value());
        for (var secret : List.of(SECRET, OTHER_SECRET)) {
            assertThatCode(() -> new Webhook(secret).verify(BODY, forVerifier(request)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theAnswerIsKept() throws Exception {
        var attempt = post(server(saying("HTTP/1.1 422 Unprocessable\nContent-Length: 11\n\nno, thank\0u"))
                .url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.status()).contains(422);
        assertThat(attempt.error()).isEmpty();
        assertThat(attempt.answer()).isEqualTo("no, thank\uFFFDu");
    }

    @Test
    void anAnswerWithoutABodyIsAnAnswer() throws Exception {
        assertThat(post(server(saying("HTTP/1.1 204 No Content\n\n")).url("localhost", "/"))
                        .succeeded())
                .isTrue();
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        var target = server(saying(OK));
        var server = server(saying("HTTP/1.1 307 Temporary Redirect\nLocation: " + target.url("127.0.0.1", "/")
                + "\nContent-Length: 0\n\n"));

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).contains(307);
        assertThat(attempt.succeeded()).isFalse();
        assertThat(target.requests).isEmpty();
    }

    @Test
    void aServerThatSendsItsHeadByteByByteIsCutOffInTime() throws Exception {
        var server = server(out -> drip(out, "HTTP/1.1 200 OK\r\n", "X-Slow: " + "x".repeat(100)));

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).isEmpty();
        assertThat(attempt.error()).contains("No complete answer in time");
        assertThat(attempt.duration()).isBetween(DEADLINE, DEADLINE.plusSeconds(1));
        assertThat(server.hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatSendsItsBodyByteByByteIsCutOffInTime() throws Exception {
        var server = server(
                out -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 109\r\n\r\n", "slow body" + "y".repeat(100)));

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).contains(200);
        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.duration()).isLessThan(DEADLINE.plusSeconds(1));
        assertThat(server.hungUp.await(15, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatSaysNothingIsCutOffInTime() throws Exception {
        var server = server(out -> Thread.sleep(60_000));

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.error()).contains("No complete answer in time");
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws Exception {
        var sent = new AtomicInteger();
        var server = server(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write("y".repeat(1000).getBytes(StandardCharsets.US_ASCII));
                sent.addAndGet(1000);
            }
        });

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isTrue();
        assertThat(attempt.answer()).hasSize(4096);
        assertThat(server.hungUp.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @Test
    void endlessHeadersAreNotRead() throws Exception {
        var server = server(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });

        assertThat(post(server.url("127.0.0.1", "/")).succeeded()).isFalse();
        assertThat(server.hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void compressionIsNeitherAskedForNorUndone() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        var server = server(out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        });

        var attempt = post(server.url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isTrue();
        assertThat(attempt.answer().length()).isLessThanOrEqualTo(packed.size());
        assertThat(headers(server.requests.get(0))).doesNotContainKey("accept-encoding");
    }

    @Test
    void aCookieIsNotSentBack() throws Exception {
        var server = server(saying("HTTP/1.1 200 OK\nSet-Cookie: a=b\nContent-Length: 0\n\n"));

        post(server.url("127.0.0.1", "/"));
        post(server.url("127.0.0.1", "/"));

        assertThat(server.requests).hasSize(2).noneMatch(request -> request.contains("a=b"));
    }

    @Test
    void theConnectionOfAMerchantIsUsedAgainForItAndForNoOther() throws Exception {
        var server = server(saying(OK));
        var url = server.url("127.0.0.1", "/");
        var one = MerchantId.random();

        post(url, one);
        post(url, one);
        post(url, MerchantId.random());

        assertThat(server.clientPorts.get(1)).isEqualTo(server.clientPorts.get(0));
        assertThat(server.clientPorts.get(2)).isNotEqualTo(server.clientPorts.get(0));
    }

    @Test
    void aConnectionThatClosesWithoutAnAnswerIsNotTriedAgain() throws Exception {
        var server = server(out -> {
            throw new ConnectException("hangs up");
        });

        assertThat(post(server.url("127.0.0.1", "/")).error()).isPresent();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aClosedPortIsAFailedAttempt() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(post("http://127.0.0.1:" + port + "/").error()).contains("The connection was refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://169.254.169.254/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "http://shop.example/",
                "https://shop.example:22/",
                "https://2130706433/",
                "https://0/",
                "nonsense"
            })
    void nothingIsSentToWhereCallbacksMayNotGo(String url) throws Exception {
        var attempt = post(url);

        assertThat(attempt.error()).isPresent();
        assertThat(attempt.error().get()).containsAnyOf("not allowed", "https", "form", "not a URL");
    }

    @Test
    void withoutTheSandboxThisMachineIsOutOfReach() throws Exception {
        var server = server(saying(OK));
        var production = client(false, Set.of(server.port()));

        var attempt = production
                .post(posting("https://localhost:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();

        assertThat(attempt.error()).contains("The host leads to an address that is not allowed");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aNameThatAnswersDifferentlyTheSecondTimeLeadsNowhere() throws Exception {
        var server = server(saying(OK));
        var asked = new AtomicInteger();
        lookup = host -> asked.incrementAndGet() == 1
                ? GuardedUrlsTests.addresses("1.1.1.1")
                : GuardedUrlsTests.addresses("127.0.0.1");
        var production = client(false, Set.of(server.port()));
        var url = "https://rebind.example:" + server.port() + "/";

        production.urls().check(url);
        var attempt = production
                .post(posting(url, MerchantId.random()))
                .toCompletableFuture()
                .get();

        assertThat(asked.get()).isEqualTo(2);
        assertThat(attempt.error()).contains("The host leads to an address that is not allowed");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aNameServerThatNeverAnswersHoldsUpNoOtherMerchant() throws Exception {
        var server = server(saying(OK));
        lookup = host -> {
            if (host.equals("slow.example")) {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return InetAddress.getAllByName(host);
        };
        var patient = client(true, Set.of());

        var stuck = new ArrayList<CompletableFuture<Attempt>>();
        for (int i = 0; i < 4; i++) {
            stuck.add(patient.post(posting("https://slow.example/", MerchantId.random()))
                    .toCompletableFuture());
        }
        var fast = patient.post(posting(server.url("127.0.0.1", "/"), MerchantId.random()))
                .toCompletableFuture()
                .get(1, TimeUnit.SECONDS);

        assertThat(fast.succeeded()).isTrue();
        assertThat(stuck)
                .allSatisfy(attempt ->
                        assertThat(attempt.get(4, TimeUnit.SECONDS).error()).contains("No complete answer in time"));
    }

    @Test
    void tlsTellsTheNameOfTheHost(@TempDir Path folder) throws Exception {
        var identity = TestIdentity.named("shop.example", folder);
        var server = open(new RawServer(identity.serverSocket(), saying(OK)));
        tls = identity.trusting();
        lookup = host -> GuardedUrlsTests.addresses("127.0.0.1");
        var trusting = client(true, Set.of(server.port()));

        var right = trusting.post(posting("https://shop.example:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();
        var wrong = trusting.post(posting("https://other.example:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();
        var untrusted = post("https://127.0.0.1:" + server.port() + "/");

        assertThat(right.error()).isEmpty();
        assertThat(right.succeeded()).isTrue();
        assertThat(wrong.error().get()).startsWith("TLS:");
        assertThat(untrusted.error().get()).startsWith("TLS:");
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterIsHeardInSecondsAndAsADate(int status) throws Exception {
        var date = ZonedDateTime.now(Clock.systemUTC()).plusMinutes(10).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(retryAfter(status, "120")).contains(Duration.ofSeconds(120));
        assertThat(retryAfter(status, date).get()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(retryAfter(status, "soon")).isEmpty();
        assertThat(retryAfter(status, "-5")).isEmpty();
        assertThat(retryAfter(500, "120")).isEmpty();
    }

    private Optional<Duration> retryAfter(int status, String value) throws Exception {
        return post(server(saying("HTTP/1.1 " + status + " Later\nRetry-After: " + value + "\nContent-Length: 0\n\n"))
                        .url("127.0.0.1", "/"))
                .retryAfter();
    }

    @Test
    void aGetHasNoBodyAndASignatureOverTheEmptyOne() throws Exception {
        var server = server(saying(OK));
        var url = server.url("127.0.0.1", "/status?id=7&status=paid");

        var attempt = client.post(posting(MerchantId.random(), CallbackRequest.get(destination(url))))
                .toCompletableFuture()
                .get(8, TimeUnit.SECONDS);

        var request = server.requests.get(0);
        assertThat(attempt.succeeded()).isTrue();
        assertThat(request)
                .startsWith("GET /status?id=7&status=paid HTTP/1.1\r\n")
                .endsWith("\r\n\r\n");
        assertThat(headers(request))
                .containsEntry("authorization", "Basic c2FuZGJveA==")
                .doesNotContainKeys("content-type", "content-length", "transfer-encoding");
        new Webhook(SECRET).verify("", forVerifier(request));
    }

    @Test
    void aDeliveryWhoseCredentialCannotBeReadFails() throws Exception {
        var posting = new Posting(
                DeliveryId.next(),
                new Lease(EndpointId.next(), 1, false),
                MerchantId.random(),
                Dialect.MOBILEPAY,
                1,
                Instant.now(),
                Instant.now(),
                Optional.empty());

        assertThat(client.post(posting).toCompletableFuture().get().error())
                .contains("The endpoint's URL or credential cannot be read");
    }

    @Test
    void manyExchangesAreOpenAtOnce() throws Exception {
        var server = server(out -> {
            Thread.sleep(500);
            saying(OK).answer(out);
        });
        var url = server.url("127.0.0.1", "/");

        var attempts = new ArrayList<CompletableFuture<Attempt>>();
        for (int i = 0; i < 200; i++) {
            attempts.add(client.post(posting(url, MerchantId.random())).toCompletableFuture());
        }

        for (var attempt : attempts) {
            assertThat(attempt.get(5, TimeUnit.SECONDS).error()).isEmpty();
        }
    }

    /** The first text at once, the rest a byte every 300 ms. */
    private static void drip(OutputStream out, String head, String rest) throws IOException, InterruptedException {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        for (byte b : rest.getBytes(StandardCharsets.US_ASCII)) {
            out.write(b);
            out.flush();
            Thread.sleep(300);
        }
    }

    private CallbackClient client(boolean loopback, Set<Integer> ports) {
        return open(new CallbackClient(
                new GuardSettings(
                        List.of(),
                        ports,
                        loopback,
                        1000,
                        Duration.ofSeconds(1),
                        DEADLINE,
                        host -> lookup.resolve(host),
                        tls),
                Clock.systemUTC()));
    }

    private RawServer server(RawServer.Manners manners) throws Exception {
        return open(new RawServer(manners));
    }

    private <T extends AutoCloseable> T open(T thing) {
        open.add(thing);
        return thing;
    }

    private Attempt post(String url) throws Exception {
        return post(url, MerchantId.random());
    }

    private Attempt post(String url, MerchantId merchant) throws Exception {
        return client.post(posting(url, merchant)).toCompletableFuture().get(8, TimeUnit.SECONDS);
    }

    private static Posting posting(String url, MerchantId merchant) {
        return posting(
                merchant,
                CallbackRequest.post(destination(url), "application/json", BODY.getBytes(StandardCharsets.UTF_8)));
    }

    private static Destination destination(String url) {
        return new Destination(
                url,
                Optional.of("Basic c2FuZGJveA=="),
                List.of(new CallbackSecret(SECRET), new CallbackSecret(OTHER_SECRET)));
    }

    private static Posting posting(MerchantId merchant, CallbackRequest request) {
        return new Posting(
                DeliveryId.next(),
                new Lease(EndpointId.next(), 1, false),
                merchant,
                Dialect.MOBILEPAY,
                1,
                Instant.now(),
                Instant.now(),
                Optional.of(request));
    }

    private static Map<String, String> headers(String request) {
        return request.substring(0, request.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(header -> header[0].toLowerCase(java.util.Locale.ROOT), header -> header[1]));
    }

    private static HttpHeaders forVerifier(String request) {
        return HttpHeaders.of(
                headers(request).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
