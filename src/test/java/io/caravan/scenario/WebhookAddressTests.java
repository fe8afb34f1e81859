package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.WebhookVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a sales unit may register, and that nobody leads callbacks elsewhere. */
class WebhookAddressTests extends WithReceiver {

    @Test
    void aRedirectIsNotFollowedButTriedAgainWithADateOfItsOwn() {
        var url = uri("/redirect");
        var secret = register(url, "epayments.payment.created.v1")
                .json()
                .get("secret")
                .asText();

        test();

        await().until(() -> calls.size() >= 2);
        assertThat(calls).allSatisfy(call -> {
            assertThat(WebhookVerifier.accepts(secret, url, call.headers(), call.body()))
                    .isTrue();
            assertThat(call.headers().get("path")).isEqualTo("/redirect");
        });
        assertThat(calls.get(0).headers().get("x-ms-date"))
                .isNotEqualTo(calls.get(1).headers().get("x-ms-date"));
        assertThat(calls.get(0).headers().get("webhook-id"))
                .isEqualTo(calls.get(1).headers().get("webhook-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/hooks",
                "https://10.0.0.1/hooks",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/",
                "https://shop.example:22/",
                "https://user:password@shop.example/",
                "ftp://shop.example/",
                "shop.example",
                ""
            })
    void anAddressThatIsNotForCallbacksIsRefused(String url) {
        var reply = unit.send(
                "POST", PATH, "{\"url\":\"%s\",\"events\":[\"epayments.payment.created.v1\"]}".formatted(url));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/extraDetails/0/name").asText()).isEqualTo("url");
        assertThat(reply.body()).doesNotContain("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":null,\"events\":null}",
                "{\"url\":\"https://shop.example/\",\"events\":[]}",
                "{\"url\":\"https://shop.example/\",\"events\":[\"epayments.payment.paid.v1\"]}",
                "{\"url\":\"https://shop.example/\",\"events\":[1]}",
                "{\"url\":1,\"events\":\"epayments.payment.created.v1\"}",
                "[]",
                "{"
            })
    void whatIsNoRegistrationIsRefused(String body) {
        var reply = unit.send("POST", PATH, body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unit.get(PATH).json().get("webhooks")).isEmpty();
    }
}
