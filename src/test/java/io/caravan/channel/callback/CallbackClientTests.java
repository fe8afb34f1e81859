package io.caravan.channel.callback;

import static io.caravan.channel.callback.RawServer.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.svix.Webhook;
import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.merchant.MerchantId;
import io.caravan.support.Patience;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out to a merchant, and what is made of its answer. */
class CallbackClientTests {

    /** Nobody here is slow, but the machine may be. */
    private final ClientRig rig = new ClientRig(Patience.SOON);

    CallbackClientTests() throws Exception {}

    @AfterEach
    void closeAll() throws Exception {
        rig.close();
    }

    @Test
    void theSignatureIsAcceptedByAnIndependentVerifier() throws Exception {
        var server = rig.server(saying(ClientRig.OK));

        var attempt = rig.post(server.url("127.0.0.1", "/callbacks?shop=1"));

        assertThat(attempt.succeeded()).isTrue();
        var request = server.requests.get(0);
        assertThat(request).startsWith("POST /callbacks?shop=1 HTTP/1.1\r\n").endsWith(ClientRig.BODY);
        assertThat(ClientRig.headers(request))
                .containsEntry("content-type", "application/json")
                .containsEntry("authorization", "Basic c2FuZGJveA==")
                .containsEntry("webhook-id", attempt.posting().id().value());
        for (var secret : List.of(ClientRig.SECRET, ClientRig.OTHER_SECRET)) {
            assertThatCode(() -> new Webhook(secret).verify(ClientRig.BODY, forVerifier(request)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theAnswerIsKept() throws Exception {
        var attempt = rig.post(rig.server(saying("HTTP/1.1 422 Unprocessable\nContent-Length: 11\n\nno, thank\0u"))
                .url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.status()).contains(422);
        assertThat(attempt.error()).isEmpty();
        assertThat(attempt.answer()).isEqualTo("no, thank\uFFFDu");
    }

    @Test
    void anAnswerWithoutABodyIsAnAnswer() throws Exception {
        assertThat(rig.post(rig.server(saying("HTTP/1.1 204 No Content\n\n")).url("localhost", "/"))
                        .succeeded())
                .isTrue();
    }

    @Test
    void compressionIsNeitherAskedForNorUndone() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        var server = rig.server(out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        });

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isTrue();
        assertThat(attempt.answer().length()).isLessThanOrEqualTo(packed.size());
        assertThat(ClientRig.headers(server.requests.get(0))).doesNotContainKey("accept-encoding");
    }

    @Test
    void aCookieIsNotSentBack() throws Exception {
        var server = rig.server(saying("HTTP/1.1 200 OK\nSet-Cookie: a=b\nContent-Length: 0\n\n"));

        rig.post(server.url("127.0.0.1", "/"));
        rig.post(server.url("127.0.0.1", "/"));

        assertThat(server.requests).hasSize(2).noneMatch(request -> request.contains("a=b"));
    }

    @Test
    void aConnectionThatClosesWithoutAnAnswerIsNotTriedAgain() throws Exception {
        var server = rig.server(out -> {
            throw new ConnectException("hangs up");
        });

        assertThat(rig.post(server.url("127.0.0.1", "/")).error()).isPresent();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aClosedPortIsAFailedAttempt() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(rig.post("http://127.0.0.1:" + port + "/").error()).contains("The connection was refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterIsHeardInSecondsAndAsADate(int status) throws Exception {
        var date = ZonedDateTime.now(Clock.systemUTC()).plusMinutes(10).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(retryAfter(status, "120")).contains(Duration.ofSeconds(120));
        assertThat(retryAfter(status, date).get()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10));
        assertThat(retryAfter(status, "soon")).isEmpty();
        assertThat(retryAfter(status, "-5")).isEmpty();
        assertThat(retryAfter(500, "120")).isEmpty();
    }

    private Optional<Duration> retryAfter(int status, String value) throws Exception {
        return rig.post(rig.server(saying(
                                "HTTP/1.1 " + status + " Later\nRetry-After: " + value + "\nContent-Length: 0\n\n"))
                        .url("127.0.0.1", "/"))
                .retryAfter();
    }

    @Test
    void aGetHasNoBodyAndASignatureOverTheEmptyOne() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        var url = server.url("127.0.0.1", "/status?id=7&status=paid");

        var attempt = rig.client
                .post(ClientRig.posting(
                        MerchantId.random(), Optional.of(CallbackRequest.get(ClientRig.destination(url)))))
                .toCompletableFuture()
                .get(10, TimeUnit.MINUTES);

        var request = server.requests.get(0);
        assertThat(attempt.succeeded()).isTrue();
        assertThat(request)
                .startsWith("GET /status?id=7&status=paid HTTP/1.1\r\n")
                .endsWith("\r\n\r\n");
        assertThat(ClientRig.headers(request))
                .containsEntry("authorization", ClientRig.CREDENTIAL)
                .doesNotContainKeys("content-type", "content-length", "transfer-encoding");
        new Webhook(ClientRig.SECRET).verify("", forVerifier(request));
    }

    @Test
    void aDeliveryWhoseCredentialCannotBeReadFails() throws Exception {
        var posting = ClientRig.posting(MerchantId.random(), Optional.empty());

        assertThat(rig.client.post(posting).toCompletableFuture().get().error())
                .contains("The endpoint's URL or credential cannot be read");
    }

    @Test
    void manyExchangesAreOpenAtOnce() throws Exception {
        var arrived = new CountDownLatch(200);
        var server = rig.server(out -> {
            arrived.countDown();
            arrived.await();
            saying(ClientRig.OK).answer(out);
        });
        var url = server.url("127.0.0.1", "/");
        var client = rig.client(true, Set.of());

        var attempts = new ArrayList<CompletableFuture<Attempt>>();
        for (int i = 0; i < 200; i++) {
            attempts.add(
                    client.post(ClientRig.posting(url, MerchantId.random())).toCompletableFuture());
        }

        for (var attempt : attempts) {
            assertThat(attempt.get(10, TimeUnit.MINUTES).error()).isEmpty();
        }
    }

    private static HttpHeaders forVerifier(String request) {
        return HttpHeaders.of(
                ClientRig.headers(request).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
