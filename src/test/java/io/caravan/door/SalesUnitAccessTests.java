package io.caravan.door;

import static io.caravan.door.ErrorForms.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a sales unit comes to a token, and what it opens together with a subscription key. */
class SalesUnitAccessTests {

    private static final String KEY = "Ocp-Apim-Subscription-Key";
    private static final String NUMBER = "Merchant-Serial-Number";

    private final Sandbox sandbox = Sandbox.running();
    private final String token = "Bearer " + SalesUnitClient.token(sandbox::uri, "dk");

    @ParameterizedTest
    @ValueSource(strings = {"/accesstoken/get", "/accessToken/get", "/ACCESSTOKEN/GET"})
    void aTokenComesWithAllItsValuesAsText(String path) {
        var reply = ask(path, "sandbox-dk", "sandbox-dk-secret", "sub-dk-other");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "token_type",
                        "expires_in",
                        "ext_expires_in",
                        "expires_on",
                        "not_before",
                        "resource",
                        "access_token");
        assertThat(reply.json())
                .allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        assertThat(reply.json().get("expires_in").asText()).isEqualTo("3600");
        assertThat(reply.json().get("expires_on").asLong())
                .isBetween(Instant.now().getEpochSecond() + 3000, Instant.now().getEpochSecond() + 3600);
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Http.get(
                                sandbox.uri("/api/v1/merchants/me"),
                                "Authorization",
                                "Bearer " + reply.json().get("access_token").asText())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-dk, wrong, sub-dk",
        "sandbox-nobody, sandbox-dk-secret, sub-dk",
        "sandbox-dk, sandbox-dk-secret, sub-fi",
        "sandbox-dk, sandbox-dk-secret, wrong",
        "sandbox-wallet, sandbox-wallet-secret, sub-dk",
        "sandbox-dk, sandbox-dk-secret, ''",
        "sandbox-dk, '', sub-dk",
        "'', '', ''"
    })
    void whateverIsWrongWithTheCredentialIsRefusedInTheSameWords(String client, String secret, String key) {
        var reply = ask("/accesstoken/get", client, secret, key);

        assertRefused("/accesstoken/get", reply, 401);
        assertThat(reply.json().get("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void theTokenEndpointTakesPostsOnly() {
        assertRefused("/accesstoken/get", Http.get(sandbox.uri("/accesstoken/get")), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/epayment/v1/nothing",
                "/webhooks/v1/nothing",
                "/order-management/v2/nothing/a/b",
                "/v2/nothing/a/b/c",
                "/vipps-userinfo-api/nothing"
            })
    void aTokenWithoutAGoodKeyOpensNothing(String path) {
        assertRefused(path, get(path), 401);
        assertRefused(path, get(path, KEY, "sub-dk"), 401);
        assertRefused(path, get(path, "Authorization", token), 401);
        assertRefused(path, get(path, "Authorization", token, KEY, "wrong", NUMBER, "100001"), 401);
        assertRefused(path, get(path, "Authorization", token, KEY, "sub-fi", NUMBER, "100002"), 401);
        assertRefused(path, get(path, "Authorization", token, KEY, "sub-dk", NUMBER, "100002"), 403);
        assertRefused(path, get(path, "Authorization", token, KEY, "sub-dk", NUMBER, "100001"), 404);
        assertRefused(path, get(path, "Authorization", token, KEY, "sub-dk-other", NUMBER, "100001"), 404);
    }

    @Test
    void onlyPaymentsWantTheNumberOfTheSalesUnit() {
        var epayment = get("/EPayment/v1/nothing", "Authorization", token, KEY, "sub-dk");

        assertRefused("/epayment", epayment, 400);
        assertThat(epayment.body()).contains(NUMBER);
        assertRefused("/webhooks", get("/webhooks/v1/nothing", "Authorization", token, KEY, "sub-dk"), 404);
    }

    @Test
    void whatClientLibrariesSendBesidesIsBorne() {
        var reply = new SalesUnitClient(sandbox::uri, "no").get("/epayment/v1/nothing");

        assertRefused("/epayment", reply, 404);
    }

    private Http.Reply ask(String path, String client, String secret, String key) {
        return Http.send(
                "POST",
                sandbox.uri(path),
                "",
                "client_id",
                client,
                "client_secret",
                secret,
                KEY,
                key,
                "Authorization",
                "Bearer ",
                "Content-Type",
                "application/json");
    }

    private Http.Reply get(String path, String... headers) {
        return headers.length == 0 ? Http.get(sandbox.uri(path)) : Http.get(sandbox.uri(path), headers);
    }
}
