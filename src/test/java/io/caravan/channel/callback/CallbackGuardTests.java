package io.caravan.channel.callback;

import static io.caravan.channel.callback.RawServer.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.caravan.core.merchant.MerchantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whom the client does not call, and what it tells nobody. */
class CallbackGuardTests {

    private final ClientRig rig = new ClientRig();

    CallbackGuardTests() throws Exception {}

    @AfterEach
    void closeAll() throws Exception {
        rig.close();
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
        var attempt = rig.post(url);

        assertThat(attempt.error()).isPresent();
        assertThat(attempt.error().get()).containsAnyOf("not allowed", "https", "form", "not a URL");
    }

    @Test
    void withoutTheSandboxThisMachineIsOutOfReach() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        var production = rig.client(false, Set.of(server.port()));

        var attempt = production
                .post(ClientRig.posting("https://localhost:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();

        assertThat(attempt.error()).contains("The host leads to an address that is not allowed");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aNameThatAnswersDifferentlyTheSecondTimeLeadsNowhere() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        var asked = new AtomicInteger();
        rig.lookup = host -> asked.incrementAndGet() == 1
                ? GuardedUrlsTests.addresses("1.1.1.1")
                : GuardedUrlsTests.addresses("127.0.0.1");
        var production = rig.client(false, Set.of(server.port()));
        var url = "https://rebind.example:" + server.port() + "/";

        production.urls().check(url);
        var attempt = production
                .post(ClientRig.posting(url, MerchantId.random()))
                .toCompletableFuture()
                .get();

        assertThat(asked.get()).isEqualTo(2);
        assertThat(attempt.error()).contains("The host leads to an address that is not allowed");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void tlsTellsTheNameOfTheHost(@TempDir Path folder) throws Exception {
        var identity = TestIdentity.named("shop.example", folder);
        var server = rig.open(new RawServer(identity.serverSocket(), saying(ClientRig.OK)));
        rig.tls = identity.trusting();
        rig.lookup = host -> GuardedUrlsTests.addresses("127.0.0.1");
        var trusting = rig.client(true, Set.of(server.port()));

        var right = trusting.post(ClientRig.posting("https://shop.example:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();
        var wrong = trusting.post(
                        ClientRig.posting("https://other.example:" + server.port() + "/", MerchantId.random()))
                .toCompletableFuture()
                .get();
        var untrusted = rig.post("https://127.0.0.1:" + server.port() + "/");

        assertThat(right.error()).isEmpty();
        assertThat(right.succeeded()).isTrue();
        assertThat(wrong.error().get()).startsWith("TLS:");
        assertThat(untrusted.error().get()).startsWith("TLS:");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        var target = rig.server(saying(ClientRig.OK));
        var server = rig.server(saying("HTTP/1.1 307 Temporary Redirect\nLocation: " + target.url("127.0.0.1", "/")
                + "\nContent-Length: 0\n\n"));

        var attempt = rig.post(server.url("127.0.0.1", "/"));

        assertThat(attempt.status()).contains(307);
        assertThat(attempt.succeeded()).isFalse();
        assertThat(target.requests).isEmpty();
    }

    @Test
    void theConnectionOfAMerchantIsUsedAgainForItAndForNoOther() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        var url = server.url("127.0.0.1", "/");
        var one = MerchantId.random();

        rig.post(url, one);
        await("a connection that is used again, once it has come back").until(() -> {
            rig.post(url, one);
            return Set.copyOf(server.clientPorts).size() < server.clientPorts.size();
        });
        var ofOne = List.copyOf(server.clientPorts);
        rig.post(url, MerchantId.random());

        assertThat(server.clientPorts.get(ofOne.size())).isNotIn(ofOne);
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        rig.lookup = host -> GuardedUrlsTests.addresses("127.0.0.1", "10.0.0.1");

        var attempt = rig.post("https://shop.example:8443/");

        assertThat(attempt.error()).contains("The host leads to an address that is not allowed");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
        var server = rig.server(saying(ClientRig.OK));
        var asked = new AtomicInteger();
        rig.lookup = host -> asked.incrementAndGet() == 1
                ? GuardedUrlsTests.addresses("127.0.0.1")
                : GuardedUrlsTests.addresses("10.0.0.1");

        var attempt = rig.post(server.url("localhost", "/"));

        assertThat(attempt.succeeded()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void failuresAreLoggedWithoutCredentials() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        try {
            for (var answer : List.of("HTTP/1.1 500 Broken\n\n", "no HTTP at all\n\n", "HTTP/1.1 401 No\n\n", "\n")) {
                rig.post(rig.server(saying(answer)).url("127.0.0.1", "/?token=in-the-url"));
            }
            rig.post("https://10.0.0.1/?token=in-the-url");
        } finally {
            root.detachAppender(log);
        }

        assertThat(log.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                        .map(ILoggingEvent::getFormattedMessage))
                .noneMatch(
                        line -> line.contains("c2FuZGJveA") || line.contains("whsec_") || line.contains("in-the-url"));
    }
}
