package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.web.TokenKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential opens, and what it does not. */
class AccessTests {

    private static final String ME = "/api/v1/merchants/me";
    private static final String ACCEPT = "/api/v1/consumers/me/invoices/00000000-0000-4000-8000-000000000000/accept";

    private final Sandbox sandbox = Sandbox.running();
    private final String merchant = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    private final String wallet = MerchantClient.token(sandbox::uri, "sandbox-wallet", "sandbox-wallet-secret");
    private final String issuer = sandbox.context().getEnvironment().getProperty("caravan.door.issuer");
    private final RSAKey ours = (RSAKey) sandbox.context()
            .getBean(TokenKeys.class)
            .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
            .get(0);

    AccessTests() throws Exception {}

    @Test
    void aMerchantsTokenOpensItsOwnPaths() {
        var reply = get(ME, merchant);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(MerchantClient.MERCHANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCEPT, "/API/V1/consumers/me/x", "/api/v1/Consumers", "/api/v1/%63onsumers/me/x"})
    void theWalletsPathsAreNotForMerchants(String path) {
        assertThat(send("PUT", path, merchant).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {ME, "/API/V1/MERCHANTS/ME", "/api/v1/directinvoiceconsents", "/api/v1/nothing"})
    void merchantsPathsAreNotForTheWallet(String path) {
        assertThat(get(path, wallet).status()).isEqualTo(403);
    }

    @Test
    void theWalletMustSayForWhomItActs() {
        var forNobody = send("PUT", ACCEPT, wallet);
        var forAPayer = Http.send(
                "PUT",
                sandbox.uri(ACCEPT),
                "{}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + wallet,
                "AuthenticatedUser",
                "00000000-0000-4000-9000-004577007700");

        assertThat(forNobody.status()).isEqualTo(403);
        assertThat(forAPayer.status()).isNotIn(401, 403);
    }

    @Test
    void aTokenMadeByOurKeyIsGood() throws Exception {
        assertThat(get(ME, signed(claims().build())).status()).isEqualTo(200);
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        var expired = claims().expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))));

        assertRefused(get(ME, signed(expired.build())));
    }

    @Test
    void aTokenWithMoreScopesThanItsClientIsNotBelieved() throws Exception {
        var greedy = claims().claim("scope", List.of("invoice", "consumer"));

        assertThat(send("PUT", ACCEPT, signed(greedy.build())).status()).isEqualTo(403);
    }

    @Test
    void aTokenForAnotherMerchantThanTheClientsIsRefused() throws Exception {
        var foreign = claims().claim("merchant", "0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11");

        assertRefused(get(ME, signed(foreign.build())));
    }

    @Test
    void aTokenOfAnotherServiceIsRefused() throws Exception {
        assertRefused(get(ME, signed(claims().issuer("http://elsewhere.example").build())));
    }

    @Test
    void aTokenOfAClientThatIsGoneIsRefused() throws Exception {
        assertRefused(get(ME, signed(claims().subject("sandbox-gone").build())));
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        var theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
        var claims = claims().build();
        var secret = new MACSigner(ours.toRSAPublicKey().getEncoded());

        assertRefused(get(ME, signed(JWSAlgorithm.RS256, ours.getKeyID(), new RSASSASigner(theirs), claims)));
        assertRefused(get(ME, signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(theirs), claims)));
        assertRefused(get(ME, signed(JWSAlgorithm.HS256, ours.getKeyID(), secret, claims)));
        assertRefused(get(ME, new PlainJWT(claims).serialize()));
        assertRefused(get(ME, merchant.substring(0, merchant.length() - 4) + "AAAA"));
        assertRefused(get(ME, "x"));
    }

    @Test
    void onlyABearerTokenInTheHeaderCounts() {
        assertRefused(Http.get(sandbox.uri(ME)));
        assertRefused(Http.get(sandbox.uri(ME + "?access_token=" + merchant)));
        assertRefused(Http.get(sandbox.uri(ME), "Authorization", "Basic c2FuZGJveC1kazpzYW5kYm94LWRrLXNlY3JldA=="));
        assertRefused(Http.get(sandbox.uri(ME), "Authorization", "Basic b3BzOm9wcy1zYW5kYm94"));
        assertRefused(Http.get(sandbox.uri(ME), "Authorization", merchant));
        assertRefused(Http.get(sandbox.uri(ME), "Authorization", "Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/health", "/actuator/jolokia", "/error", "/api", "/nothing", "/api/v2/x"})
    void whateverIsNotOpenNeedsACredential(String path) {
        var reply = Http.get(sandbox.uri(path));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/mock", "/mock/nothing/here", "/api/v1/invoiceissuers/00000000-0000-4000-8000-0000000000d1/logo"
            })
    void someThingsAreOpen(String path) {
        assertThat(Http.get(sandbox.uri(path)).status()).isNotIn(401, 403);
    }

    @Test
    void logosMayBeLookedAtAndNothingElse() {
        assertThat(Http.send("PUT", sandbox.uri("/api/v1/invoiceissuers/x/logo"), "")
                        .status())
                .isEqualTo(401);
        assertThat(Http.get(sandbox.uri("/api/v1/invoiceissuers/x")).status()).isEqualTo(401);
    }

    private static void assertRefused(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(reply.json().get("error").asText()).isEqualTo("InputError");
    }

    private Http.Reply get(String path, String token) {
        return send("GET", path, token);
    }

    private Http.Reply send(String method, String path, String token) {
        return Http.send(method, sandbox.uri(path), "", "Authorization", "Bearer " + token);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("sandbox-dk")
                .claim("merchant", MerchantClient.MERCHANT)
                .claim("scope", List.of("invoice"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, ours.getKeyID(), new RSASSASigner(ours), claims);
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
