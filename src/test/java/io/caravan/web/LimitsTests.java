package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.problem.Busy;
import io.caravan.support.Fixtures;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;

/** Who is told to come again, and when. */
class LimitsTests {

    private final Merchant danish = Fixtures.aMerchant();
    private final Merchant finnish = Fixtures.aMerchant();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger letIn = new AtomicInteger();
    private final Doors doors = new Doors(List.of(new TestDoor()));
    private final FailedCredentials failures = new FailedCredentials(minutely(3));
    private final Bodies bodies = new Bodies(1000, Duration.ofSeconds(1), 1, nanos::get);

    @Test
    void whoFindsNoPlaceIsToldAtOnceToComeAgain() throws Exception {
        var crowd = new CrowdFilter(doors, 1);
        var second = new MockHttpServletResponse();

        crowd.doFilter(request("/x"), new MockHttpServletResponse(), (a, b) -> {
            letIn.incrementAndGet();
            crowd.doFilter(request("/x"), second, (c, d) -> letIn.incrementAndGet());
        });
        crowd.doFilter(request("/x"), new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());

        assertThat(letIn).hasValue(2);
        assertSaid(second, "503 BUSY", "2");
    }

    @Test
    void whoComesBeforeTheRoutesRunIsToldToComeAgain() throws Exception {
        var early = new MockHttpServletResponse();

        new OpeningFilter(doors, () -> false).doFilter(request("/x"), early, (a, b) -> letIn.incrementAndGet());
        new OpeningFilter(doors, () -> true)
                .doFilter(request("/x"), new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());

        assertThat(letIn).hasValue(1);
        assertSaid(early, "503 BUSY", "2");
    }

    @Test
    void aFailureGivesItsPlaceBack() throws Exception {
        var crowd = new CrowdFilter(doors, 1);
        FilterChain failing = (a, b) -> {
            throw new IllegalStateException();
        };

        assertThatThrownBy(() -> crowd.doFilter(request("/x"), new MockHttpServletResponse(), failing))
                .isInstanceOf(IllegalStateException.class);
        crowd.doFilter(request("/x"), new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());

        assertThat(letIn).hasValue(1);
    }

    @Test
    void theMockEndpointsDoNotCount() throws Exception {
        var crowd = new CrowdFilter(doors, 0);

        crowd.doFilter(request("/mock/psp"), new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());

        assertThat(letIn).hasValue(1);
    }

    @Test
    void aMerchantThatAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() throws Exception {
        var filter = new MerchantLimitFilter(doors, new Throttle(1, Duration.ofSeconds(30), 2, nanos::get));

        assertThat(merchant(filter, danish).getStatus()).isEqualTo(200);
        assertThat(merchant(filter, danish).getStatus()).isEqualTo(200);
        assertSaid(merchant(filter, danish), "429 TOO_MANY", "31");
        assertThat(merchant(filter, finnish).getStatus()).isEqualTo(200);
        assertThat(letIn).hasValue(3);

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(merchant(filter, danish).getStatus()).isEqualTo(200);
    }

    @Test
    void whoHasNoMerchantIsNotCounted() throws Exception {
        var filter = new MerchantLimitFilter(doors, new Throttle(1, Duration.ofSeconds(30), 1, nanos::get));
        var wallet = new Caller("wallet", Optional.empty(), Optional.empty(), Set.of(Scope.CONSUMER));

        for (int i = 0; i < 5; i++) {
            var request = request("/x");
            request.setUserPrincipal(new CallerAuthentication(wallet));
            filter.doFilter(request, new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());
            filter.doFilter(request("/x"), new MockHttpServletResponse(), (a, b) -> letIn.incrementAndGet());
        }

        assertThat(letIn).hasValue(10);
    }

    @Test
    void afterTooManyWrongSecretsAnAddressIsToldToWaitWhateverItBrings() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(token("1.1.1.1", "a", 401).getStatus()).isEqualTo(401);
        }

        assertSaid(token("1.1.1.1", "b", 200), "429 TOO_MANY", "21");
        assertThat(token("1.1.1.2", "a", 200).getStatus()).isEqualTo(200);
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(token("1.1.1.1", "b", 200).getStatus()).isEqualTo(200);
        assertThat(letIn).hasValue(5);
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            token("2001:db8:1:2::" + i, "a", 401);
        }

        assertThat(token("2001:db8:1:2:ffff::9", "b", 200).getStatus()).isEqualTo(429);
        assertThat(token("2001:db8:1:3::9", "b", 200).getStatus()).isEqualTo(200);
    }

    @Test
    void aClientThatAsksForTooManyTokensTakesThemFromNobodyElse() throws Exception {
        var filter = new TokenLimitFilter(doors, bodies, minutely(2), failures);

        assertThat(token(filter, "1.1.1.1", "a", 200).getStatus()).isEqualTo(200);
        assertThat(token(filter, "1.1.1.1", "a", 200).getStatus()).isEqualTo(200);
        assertSaid(token(filter, "1.1.1.1", "a", 200), "429 TOO_MANY", "31");
        assertThat(token(filter, "1.1.1.2", "a", 200).getStatus()).isEqualTo(200);
        assertThat(token(filter, "1.1.1.1", "b", 200).getStatus()).isEqualTo(200);
    }

    @Test
    void theClientInTheFormCountsLikeTheOneInTheHeader() throws Exception {
        var filter = new TokenLimitFilter(doors, bodies, minutely(2), failures);
        token(filter, "1.1.1.1", "a", 200);
        token(filter, "1.1.1.1", "a", 200);
        var request = request("/oauth2/token");
        request.setRemoteAddr("1.1.1.1");
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent("grant_type=x&client_id=a".getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();

        filter.doFilter(request, response, (a, b) -> letIn.incrementAndGet());

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(letIn).hasValue(2);
    }

    @Test
    void wrongTokensAreCountedAndNoTokenIsNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertSaid(unauthenticated(Optional.empty()), "401 UNAUTHENTICATED", null);
        }
        for (int i = 0; i < 3; i++) {
            assertSaid(unauthenticated(Optional.of("Bearer x")), "401 UNAUTHENTICATED", null);
        }

        assertSaid(unauthenticated(Optional.of("Bearer x")), "429 TOO_MANY", "21");
        assertSaid(unauthenticated(Optional.empty()), "401 UNAUTHENTICATED", null);
    }

    @Test
    void whoeverFindsTheServiceBusyInTheMiddleIsToldToo() throws Exception {
        var response = new MockHttpServletResponse();

        new ErrorFilter(doors).doFilter(request("/x"), response, (a, b) -> {
            throw new Busy(Duration.ofSeconds(4));
        });

        assertSaid(response, "503 BUSY", "5");
    }

    private MockHttpServletResponse merchant(MerchantLimitFilter filter, Merchant merchant) throws Exception {
        var request = request("/x");
        request.setUserPrincipal(new CallerAuthentication(
                new Caller("client", Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE))));
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (a, b) -> letIn.incrementAndGet());
        return response;
    }

    private MockHttpServletResponse token(String address, String client, int status) throws Exception {
        return token(new TokenLimitFilter(doors, bodies, minutely(100), failures), address, client, status);
    }

    /** Asks for a token; with this status the request would be answered. */
    private MockHttpServletResponse token(TokenLimitFilter filter, String address, String client, int status)
            throws Exception {
        var request = request("/oauth2/token");
        request.setRemoteAddr(address);
        request.addHeader(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((client + ":s").getBytes(StandardCharsets.UTF_8)));
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (a, b) -> {
            letIn.incrementAndGet();
            response.setStatus(status);
        });
        return response;
    }

    private MockHttpServletResponse unauthenticated(Optional<String> credential) throws Exception {
        var request = request("/x");
        credential.ifPresent(value -> request.addHeader("Authorization", value));
        var response = new MockHttpServletResponse();
        CredentialsEntryPoint.bearer(doors, failures).commence(request, response, new BadCredentialsException("x"));
        return response;
    }

    private static void assertSaid(MockHttpServletResponse response, String said, String retryAfter) throws Exception {
        assertThat(response.getStatus() + " " + response.getContentAsString()).isEqualTo(said);
        assertThat(response.getHeader("Retry-After")).isEqualTo(retryAfter);
    }

    private Throttle minutely(int turns) {
        return new Throttle(turns, Duration.ofMinutes(1), turns, nanos::get);
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("POST", path);
    }

    /** Covers everything and answers with the refusal's name. */
    private static final class TestDoor implements Door {

        @Override
        public boolean covers(String path) {
            return true;
        }

        @Override
        public boolean reads(String mediaType) {
            return true;
        }

        @Override
        public Answer refuse(Refusal refusal, String correlationId) {
            return new Answer(
                    refusal.status(), "text/plain", refusal.name().getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }
}
