package io.caravan.web;

import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Client;
import io.caravan.core.access.Scope;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.merchant.Merchants;
import io.caravan.usecase.access.FindCaller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class BearerCallersTests {

    private static final String PAYER = "00000000-0000-4000-9000-004577007700";

    private final Merchant merchant = aMerchant();
    private final Map<String, Client> clients = new HashMap<>(Map.of(
            "shop", new Client("shop", "hash", Optional.of(merchant.id()), Set.of(Scope.INVOICE)),
            "wallet", new Client("wallet", "hash", Optional.empty(), Set.of(Scope.CONSUMER))));
    private final Map<MerchantId, Merchant> merchants = new HashMap<>(Map.of(merchant.id(), merchant));
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger lookups = new AtomicInteger();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final FindCaller findCaller =
            new FindCaller(id -> Optional.ofNullable(clients.get(id)), new Known(merchants));
    private final BearerCallers callers = new BearerCallers(this::read, new CallerCache(this::find, nanos::get));

    @Test
    void aMerchantsTokenNamesTheMerchant() {
        var caller = call("shop", merchant.id().toString(), "invoice");

        assertThat(caller.asMerchant()).isEqualTo(merchant);
        assertThat(caller.payer()).isEmpty();
    }

    @Test
    void theWalletNamesThePayerInAHeader() {
        request.addHeader("AuthenticatedUser", PAYER);

        assertThat(call("wallet", "", "consumer").asPayer()).hasToString(PAYER);
    }

    @Test
    void aHeaderThatNamesNobodyIsNobody() {
        assertThat(call("wallet", "", "consumer").payer()).isEmpty();

        request.addHeader("AuthenticatedUser", "+4577007700");

        assertThat(call("wallet", "", "consumer").payer()).isEmpty();
    }

    @Test
    void aMerchantCannotNameAPayer() {
        request.addHeader("AuthenticatedUser", PAYER);

        assertThat(call("shop", merchant.id().toString(), "invoice").payer()).isEmpty();
    }

    @Test
    void aTokenCanDoNoMoreThanItsClientMayNow() {
        var caller = call("shop", merchant.id().toString(), "invoice consumer");

        assertThat(caller.scopes()).containsExactly(Scope.INVOICE);
    }

    @Test
    void aTokenCanDoNoMoreThanItSays() {
        var authentication = callers.resolve(request)
                .authenticate(token("shop", merchant.id().toString(), ""));

        assertThat(authentication.getAuthorities()).isEmpty();
        assertThat(authentication.isAuthenticated()).isTrue();
    }

    @Test
    void authoritiesAreTheScopes() {
        var authentication = callers.resolve(request).authenticate(token("wallet", "", "consumer"));

        assertThat(authentication.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("consumer");
    }

    @Test
    void aDisabledMerchantIsRefusedBeforeTenSecondsAreOver() {
        var id = merchant.id().toString();
        call("shop", id, "invoice");
        merchants.put(merchant.id(), disabled());

        nanos.addAndGet(Duration.ofMillis(9_500).toNanos());

        assertThatThrownBy(() -> call("shop", id, "invoice")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void aDeletedClientIsRefusedBeforeTenSecondsAreOver() {
        call("wallet", "", "consumer");
        clients.remove("wallet");

        nanos.addAndGet(Duration.ofMillis(9_500).toNanos());

        assertThatThrownBy(() -> call("wallet", "", "consumer")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void callersAreNotLookedUpForEachRequest() {
        for (int i = 0; i < 100; i++) {
            call("wallet", "", "consumer");
        }

        assertThat(lookups).hasValue(1);
    }

    @Test
    void aTokenOfAnotherMerchantThanTheClientsIsRefused() {
        assertThatThrownBy(() -> call("shop", MerchantId.random().toString(), "invoice"))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> call("shop", "", "invoice")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> call("wallet", merchant.id().toString(), "consumer"))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void aForgedTokenIsNotAFailureOfOurs() {
        assertThatThrownBy(() -> callers.resolve(request).authenticate(new BearerTokenAuthenticationToken("forged")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void aFailureOfOursIsNotAForgedToken() {
        assertThatThrownBy(() -> callers.resolve(request).authenticate(new BearerTokenAuthenticationToken("no keys")))
                .isInstanceOf(AuthenticationServiceException.class);
    }

    private Optional<Caller> find(String clientId) {
        lookups.incrementAndGet();
        return findCaller.find(clientId);
    }

    private Caller call(String client, String merchantClaim, String scope) {
        return (Caller) callers.resolve(request)
                .authenticate(token(client, merchantClaim, scope))
                .getPrincipal();
    }

    private static BearerTokenAuthenticationToken token(String client, String merchantClaim, String scope) {
        return new BearerTokenAuthenticationToken(client + "/" + merchantClaim + "/" + scope + "/");
    }

    /** Tokens whose claims are written out, in place of signed ones. */
    private Jwt read(String token) {
        if (token.equals("no keys")) {
            throw new JwtException("no keys");
        }
        var claims = token.split("/", -1);
        if (claims.length < 3) {
            throw new BadJwtException("forged");
        }
        var jwt = Jwt.withTokenValue(token).header("alg", "none").subject(claims[0]);
        if (!claims[1].isEmpty()) {
            jwt.claim("merchant", claims[1]);
        }
        return jwt.claim("scope", List.of(claims[2].split(" "))).build();
    }

    private Merchant disabled() {
        return new Merchant(
                merchant.id(),
                merchant.name(),
                merchant.country(),
                merchant.currency(),
                merchant.zone(),
                merchant.vatNumber(),
                false);
    }

    private record Known(Map<MerchantId, Merchant> all) implements Merchants {

        @Override
        public Optional<Merchant> find(MerchantId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Issuer> issuer(MerchantId owner, IssuerId id) {
            return Optional.empty();
        }

        @Override
        public List<Issuer> issuers(MerchantId owner) {
            return List.of();
        }
    }
}
