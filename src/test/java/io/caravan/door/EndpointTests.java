package io.caravan.door;

import static io.caravan.door.ErrorForms.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Endpoint;
import io.caravan.support.Endpoint.Credential;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint, called by everybody who may not, and by who may. */
class EndpointTests {

    private static final String FINN = "0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11";
    private static final Callers.Call SILENCE = new Callers.Call("", List.of());

    private final Sandbox sandbox = Sandbox.running();
    private final Callers callers = new Callers(sandbox::uri);
    private final String nothing = UUID.randomUUID().toString();

    static List<Endpoint> all() {
        return Endpoint.all();
    }

    static Stream<Endpoint> closed() {
        return all().stream().filter(endpoint -> endpoint.credential() != Credential.OPEN);
    }

    static Stream<Endpoint> withToken() {
        return all().stream()
                .filter(endpoint -> List.of(Credential.MERCHANT, Credential.UNIT, Credential.WALLET, Credential.ACCOUNT)
                        .contains(endpoint.credential()));
    }

    static Stream<Endpoint> ofInvoices() {
        return withToken()
                .filter(endpoint -> endpoint.path().contains("{merchantId}"))
                .filter(endpoint -> endpoint.path().contains("{invoiceId}"));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void nobodyGetsInWithoutACredential(Endpoint endpoint) {
        var path = path(endpoint);

        assertRefused(path, callers.send(endpoint.method(), path, callers.nobody(endpoint)), 401);
    }

    @ParameterizedTest
    @MethodSource("withToken")
    void nobodyGetsInWithAMadeUpCredential(Endpoint endpoint) {
        var path = path(endpoint);

        for (var value : List.of("Bearer x", "Bearer", "Basic eDp5", "Digest x", "Negotiate x", "x")) {
            var call = callers.nobody(endpoint).with("Authorization", value);
            assertRefused(path, callers.send(endpoint.method(), path, call), 401);
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void anothersCredentialReachesNothing(Endpoint endpoint) {
        var path = path(endpoint);

        var reply = callers.send(endpoint.method(), path, callers.another(endpoint));

        if (endpoint.other() < 400) {
            assertThat(reply.status()).isEqualTo(endpoint.other());
            assertThat(reply.body()).doesNotContain(MerchantClient.MERCHANT);
        } else {
            assertRefused(path, reply, endpoint.other());
        }
    }

    @ParameterizedTest
    @MethodSource("ofInvoices")
    void anothersInvoiceIsNotThereOnOnesOwnPath(Endpoint endpoint) {
        var invoice = new MerchantClient(sandbox::uri).invoice("+4571330001", "endpoint-" + UUID.randomUUID());
        var path = endpoint.path(FINN, invoice);

        assertRefused(path, callers.send(endpoint.method(), path, callers.another(endpoint)), 404);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theRightCredentialOpens(Endpoint endpoint) {
        var path = path(endpoint);

        var reply = callers.send(endpoint.method(), path, callers.right(endpoint));

        assertThat(reply.status()).as(reply.body()).isEqualTo(endpoint.own());
        if (endpoint.own() >= 400) {
            assertRefused(path, reply, endpoint.own());
        }
    }

    @ParameterizedTest
    @MethodSource("withToken")
    void aWrongVerbIsNotAllowed(Endpoint endpoint) {
        var path = path(endpoint);
        var known = Stream.concat(
                        Stream.of("OPTIONS"),
                        all().stream().filter(other -> other.covers(path)).map(Endpoint::method))
                .collect(Collectors.toSet());
        var call = callers.right(endpoint);

        Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .filter(verb -> !known.contains(verb))
                .forEach(verb -> {
                    var reply = callers.send(verb, path, call);

                    assertRefused(path, reply, 405);
                    assertThat(allowed(reply)).contains(endpoint.method()).isSubsetOf(known);
                });
    }

    @ParameterizedTest
    @MethodSource("withToken")
    void whatIsNotThereIsNotFound(Endpoint endpoint) {
        var path = path(endpoint) + "/nothing/here";

        assertRefused(path, callers.send("GET", path, callers.right(endpoint)), 404);
        assertRefused(path, callers.send("GET", path, SILENCE), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/pre-transactions/x", "/API/billing", "/mobile-invoice/x", "/nothing/here"})
    void pathsThatLeadNowhereAnswerInTheFormOfTheirApi(String path) {
        var merchant = SILENCE.with("Authorization", callers.token("sandbox-dk"));

        assertRefused(path, callers.send("GET", path, SILENCE), 401);
        assertRefused(path, callers.send("GET", path, merchant), 404);
        assertRefused(path, callers.send("GET", path + "?CamelHttpUri=x", SILENCE), 400);
        assertRefused(path, callers.send("GET", path, SILENCE.with("Caravan-Caller", "x")), 400);
        assertRefused(path, callers.send("GET", path + "/%00", SILENCE), 400);
    }

    @Test
    void aProviderThatIsNotThereIsNotFound() {
        var path = "/api/callback/nobody/x";

        assertRefused(path, callers.send("POST", path, SILENCE), 404);
        assertRefused(path, callers.send("GET", path, SILENCE), 404);
    }

    @ParameterizedTest
    @CsvSource({"/oauth2/token, 405", "/oauth2/nothing, 404", "/oauth2/token/x, 404"})
    void theTokenEndpointTakesPostsOnly(String path, int status) {
        assertRefused(path, callers.send("GET", path, SILENCE), status);
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth2/token, POST",
        "/accesstoken/get, POST",
        "/i/x, 'GET, HEAD, POST, OPTIONS'",
        "/hpp/x/service, 'POST, OPTIONS'",
        "/pre-transactions/1/x, 'GET, OPTIONS'",
        "/ABCDEFGHJKLM, 'GET, OPTIONS'",
        "/mobile-invoice/api/pre-transactions, 'GET, POST, OPTIONS'",
        "/api/callback/psp/x, 'POST, OPTIONS'"
    })
    void thePathsOfOthersTellTheirVerbsToo(String path, String verbs) {
        var call = SILENCE.with("Authorization", callers.token("sandbox-dk"));

        var reply = callers.send("DELETE", path, call);

        assertThat(reply.status()).as(reply.body()).isEqualTo(405);
        assertThat(allowed(reply)).containsExactlyInAnyOrder(verbs.split(", "));
    }

    private static List<String> allowed(Http.Reply reply) {
        return List.of(reply.headers().firstValue("Allow").orElse("").split(", "));
    }

    private String path(Endpoint endpoint) {
        return endpoint.path(MerchantClient.MERCHANT, nothing);
    }
}
