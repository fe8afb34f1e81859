package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an acquirer, and whoever pretends to be one, is answered. */
class PspCallbackTests {

    private static final String PATH = "/api/callback/psp/charged";

    private final Sandbox sandbox = Sandbox.running();

    @Test
    void whatIsSignedIsHeardWhateverItSays() {
        assertThat(send(PATH, signed("{\"id\":\"ch_1\",\"key\":\"" + UUID.randomUUID() + "\"}"))
                        .status())
                .isEqualTo(202);
        assertThat(send(PATH, signed("no json")).status()).isEqualTo(202);
        assertThat(send("/api/callback/psp/unheard-of", signed("{}")).status()).isEqualTo(202);
    }

    @Test
    void theSameAgainIsHeardToo() {
        var webhook = signed("{}");

        assertThat(send(PATH, webhook).status()).isEqualTo(202);
        assertThat(send(PATH, webhook).status()).isEqualTo(202);
    }

    @Test
    void whatIsNotSignedIsRefused() {
        var good = signed("{}");
        var forged = new SignedWebhook("other", good.timestamp(), good.signature(), good.body());

        var reply = send(PATH, forged);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"message\":\"A valid credential is required\",\"errors\":{}}");
        assertThat(Http.send("POST", sandbox.uri(PATH), "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatReachesNoRouteIsRefusedInTheSameForm() {
        var media = Http.send("POST", sandbox.uri(PATH), "{}", "Content-Type", "text/plain");
        var method = Http.get(sandbox.uri(PATH));

        assertThat(media.status()).isEqualTo(415);
        assertThat(media.json().has("message")).isTrue();
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.json().has("message")).isTrue();
    }

    private SignedWebhook signed(String body) {
        return SignedWebhook.of("evt_" + UUID.randomUUID(), Instant.now().getEpochSecond(), body);
    }

    private Http.Reply send(String path, SignedWebhook webhook) {
        return Http.send(
                "POST",
                sandbox.uri(path),
                new String(webhook.body(), java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "webhook-id",
                webhook.id(),
                "webhook-timestamp",
                webhook.timestamp(),
                "webhook-signature",
                webhook.signature());
    }
}
