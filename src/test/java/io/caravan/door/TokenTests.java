package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client comes to a token, and how it does not. */
class TokenTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "grant_type=client_credentials";

    private final Sandbox sandbox = Sandbox.running();

    @Test
    void aMerchantsTokenLastsAnHourAndNamesTheMerchant() throws Exception {
        var reply = withBasic("sandbox-dk", "sandbox-dk-secret", GRANT);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("token_type").asText()).isEqualTo("Bearer");
        assertThat(reply.json().get("expires_in").asInt()).isBetween(3598, 3600);
        assertThat(reply.json().has("refresh_token")).isFalse();
        assertThat(reply.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var token = reply.json().get("access_token").asText();
        assertThat(part(token, 0).get("alg").asText()).isEqualTo("RS256");
        var claims = part(token, 1);
        assertThat(claims.get("sub").asText()).isEqualTo("sandbox-dk");
        assertThat(claims.get("merchant").asText()).isEqualTo(MerchantClient.MERCHANT);
        assertThat(claims.get("scope").toString()).isEqualTo("[\"invoice\"]");
    }

    @Test
    void theSecretMayComeInTheForm() throws Exception {
        var reply = form(GRANT + "&client_id=sandbox-wallet&client_secret=sandbox-wallet-secret");

        assertThat(reply.status()).isEqualTo(200);
        var claims = part(reply.json().get("access_token").asText(), 1);
        assertThat(claims.get("scope").toString()).isEqualTo("[\"consumer\"]");
        assertThat(claims.has("merchant")).isFalse();
    }

    @Test
    void aScopeThatTheClientHasMayBeNamed() {
        assertThat(withBasic("sandbox-fi", "sandbox-fi-secret", GRANT + "&scope=invoice")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "invoice+consumer", "openid", "*"})
    void aScopeThatTheClientHasNotIsRefused(String scope) {
        var reply = withBasic("sandbox-dk", "sandbox-dk-secret", GRANT + "&scope=" + scope);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("error").asText()).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-dk, sandbox-fi-secret",
        "sandbox-dk, ''",
        "sandbox-nobody, sandbox-dk-secret",
        "SANDBOX-DK, sandbox-dk-secret",
        "'', ''"
    })
    void aBadSecretAndAnUnknownClientGetTheSame(String client, String secret) {
        var basic = withBasic(client, secret, GRANT);
        var form = form(GRANT + "&client_id=" + client + "&client_secret=" + secret);

        assertThat(basic.status()).isIn(400, 401);
        assertThat(basic.body()).doesNotContain("access_token");
        assertThat(form.status()).isIn(400, 401);
        assertThat(form.body()).doesNotContain("access_token");
    }

    @Test
    void aWrongSecretTellsNothingOfWhetherTheClientExists() {
        var known = withBasic("sandbox-dk", "wrong", GRANT);
        var unknown = withBasic("sandbox-nobody", "wrong", GRANT);

        assertThat(known.status()).isEqualTo(401);
        assertThat(known.body()).isEqualTo(unknown.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void aStoredHashIsNoSecret() {
        var hash = io.caravan.core.access.SecretHash.of("sandbox-dk-secret");

        assertThat(withBasic("sandbox-dk", hash, GRANT).status()).isEqualTo(401);
    }

    @Test
    void nobodyGetsATokenWithoutACredential() {
        var reply = form(GRANT);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("error").asText()).isEqualTo("invalid_client");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "authorization_code&code=x", "refresh_token&refresh_token=x"})
    void noOtherGrantIsKnown(String grant) {
        var reply = withBasic("sandbox-dk", "sandbox-dk-secret", "grant_type=" + grant);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("error").asText()).isIn("unsupported_grant_type", "invalid_grant");
    }

    @Test
    void secretsInTheAddressDoNotCount() {
        var reply = Http.send(
                "POST",
                sandbox.uri("/oauth2/token?" + GRANT + "&client_id=sandbox-dk&client_secret=sandbox-dk-secret"),
                "a=b",
                "Content-Type",
                FORM);

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void theKeysAreShownWithoutTheirPrivateParts() {
        var reply = Http.get(sandbox.uri("/oauth2/jwks"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("keys")).hasSize(1);
        var names = reply.json().get("keys").get(0).fieldNames();
        assertThat(names).toIterable().containsExactlyInAnyOrder("kty", "e", "n", "use", "kid", "alg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/oauth2/par",
                "/login",
                "/connect/register",
                "/userinfo",
                "/.well-known/openid-configuration"
            })
    void nothingElseOfTheAuthorizationServerIsThere(String path) {
        for (var method : new String[] {"GET", "POST"}) {
            var reply = Http.send(method, sandbox.uri(path), "");

            assertThat(reply.status()).as(method + " " + path).isIn(401, 404);
            assertThat(reply.body()).isEmpty();
        }
    }

    private Http.Reply withBasic(String client, String secret, String body) {
        var credential = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return Http.send(
                "POST",
                sandbox.uri("/oauth2/token"),
                body,
                "Content-Type",
                FORM,
                "Authorization",
                "Basic " + credential);
    }

    private Http.Reply form(String body) {
        return Http.send("POST", sandbox.uri("/oauth2/token"), body, "Content-Type", FORM);
    }

    private static JsonNode part(String token, int index) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }
}
