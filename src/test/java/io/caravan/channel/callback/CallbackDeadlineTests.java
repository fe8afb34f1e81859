package io.caravan.channel.callback;

import static io.caravan.channel.callback.RawServer.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Attempt;
import io.caravan.core.merchant.MerchantId;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that are slow, silent or endless: each costs no more than its time and a few kilobytes. */
class CallbackDeadlineTests {

    /** The servers here need a quarter of an hour to say what they have to say, or never come to an end. */
    private static final Duration LONG_BEFORE_ITS_END = Duration.ofMinutes(5);

    private final ClientRig rig = new ClientRig();

    CallbackDeadlineTests() throws Exception {}

    @AfterEach
    void closeAll() throws Exception {
        rig.close();
    }

    @Test
    void aServerThatSendsItsHeadByteByByteIsCutOffInTime() throws Exception {
        var server = rig.server(out -> rig.drip(out, "HTTP/1.1 200 OK\r\n", "X-Slow: " + "x".repeat(3000)));

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).isEmpty();
        assertThat(attempt.error()).contains("No complete answer in time");
        assertThat(attempt.duration()).isBetween(ClientRig.DEADLINE, LONG_BEFORE_ITS_END);
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aServerThatSendsItsBodyByteByByteIsCutOffInTime() throws Exception {
        var server = rig.server(out ->
                rig.drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 3009\r\n\r\n", "slow body" + "y".repeat(3000)));

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).contains(200);
        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.duration()).isLessThan(LONG_BEFORE_ITS_END);
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aServerThatSaysNothingIsCutOffInTime() throws Exception {
        var server = rig.server(out -> rig.neverComesBack());

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.error()).contains("No complete answer in time");
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws Exception {
        var sent = new AtomicInteger();
        var server = rig.server(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write("y".repeat(1000).getBytes(StandardCharsets.US_ASCII));
                sent.addAndGet(1000);
            }
        });

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isTrue();
        assertThat(attempt.answer()).hasSize(4096);
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @Test
    void endlessHeadersAreNotRead() throws Exception {
        var server = rig.server(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });

        assertThat(rig.post(server.url("127.0.0.1", "/")).succeeded()).isFalse();
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aNameServerThatNeverAnswersHoldsUpNoOtherMerchant() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        rig.lookup = host -> {
            if (host.equals("slow.example")) {
                try {
                    rig.neverComesBack();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return InetAddress.getAllByName(host);
        };
        var patient = rig.client(true, Set.of(), Duration.ofSeconds(8));

        var stuck = new ArrayList<CompletableFuture<Attempt>>();
        for (int i = 0; i < 4; i++) {
            stuck.add(patient.post(ClientRig.posting("https://slow.example/", MerchantId.random()))
                    .toCompletableFuture());
        }
        var fast = patient.post(ClientRig.posting(server.url("127.0.0.1", "/"), MerchantId.random()))
                .toCompletableFuture()
                .get(10, TimeUnit.MINUTES);

        assertThat(fast.succeeded()).isTrue();
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
        assertThat(stuck)
                .allSatisfy(attempt ->
                        assertThat(attempt.get(10, TimeUnit.MINUTES).error()).contains("No complete answer in time"));
    }

    @Test
    void aServerThatNeverFinishesTheHandshakeIsCutOffInTime() throws Exception {
        var server = rig.server(out -> rig.neverComesBack());

        var attempt = rig.post(server.url("127.0.0.1", "/").replace("http:", "https:"));

        assertThat(attempt.status()).isEmpty();
        assertThat(attempt.error()).isPresent();
        assertThat(attempt.duration()).isLessThan(LONG_BEFORE_ITS_END);
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aHeaderWithoutAnEndIsNotRead() throws Exception {
        var sent = new AtomicInteger();
        var server = rig.server(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write("y".repeat(1000).getBytes(StandardCharsets.US_ASCII));
                sent.addAndGet(1000);
            }
        });

        assertThat(rig.post(server.url("127.0.0.1", "/")).succeeded()).isFalse();
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @Test
    void aServerThatOnlySaysWaitIsCutOffInTime() throws Exception {
        var server = rig.server(out -> rig.drip(out, "", "HTTP/1.1 102 Processing\r\n\r\n".repeat(120)));

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.succeeded()).isFalse();
        assertThat(attempt.duration()).isLessThan(LONG_BEFORE_ITS_END);
        assertThat(server.hungUp.await(10, TimeUnit.MINUTES)).isTrue();
    }
}
