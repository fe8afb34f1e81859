package io.caravan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Client;
import io.caravan.core.access.Scope;
import io.caravan.core.access.SecretHash;
import io.caravan.core.access.Subscription;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.support.Fixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who tries too many keys and secrets of sales units. */
class SalesUnitLimitsTests {

    private final Merchant merchant = Fixtures.aMerchant();
    private final Subscription subscription = new Subscription(
            new SalesUnit(
                    "123456",
                    merchant.id(),
                    "Shop",
                    new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true)),
            SecretHash.of("key"),
            SecretHash.of("other"));
    private final AtomicInteger letIn = new AtomicInteger();
    private final Doors doors = new Doors(List.of(new AccessTokenDoor(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC))));
    private final FailedCredentials failures =
            new FailedCredentials(new Throttle(3, Duration.ofMinutes(1), 3, () -> 0L));

    private final Throttle once = new Throttle(1, Duration.ofMinutes(1), 1, () -> 0L);
    private final Throttle often = new Throttle(100, Duration.ofMinutes(1), 100, () -> 0L);

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void wrongKeysAreCountedAndAGoodOneIsAlwaysLetIn() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(withKey("wrong")).isEqualTo(401);
        }

        assertThat(withKey("wrong")).isEqualTo(429);
        assertThat(withKey("key")).isEqualTo(200);
        assertThat(withKey("other")).isEqualTo(200);
        assertThat(letIn).hasValue(2);
    }

    @Test
    void afterTooManyWrongSecretsNobodyGetsATokenFromThere() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(token("wrong", "key", 100)).isEqualTo(401);
        }

        assertThat(token("secret", "key", 100)).isEqualTo(429);
    }

    @Test
    void aWrongKeyWithTheRightSecretIsCountedToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(token("secret", "wrong", 100)).isEqualTo(401);
        }

        assertThat(token("secret", "key", 100)).isEqualTo(429);
    }

    @Test
    void aClientThatAsksForTooManyTokensIsToldToWait() throws Exception {
        assertThat(token("wrong", "key", 1)).isEqualTo(401);
        assertThat(token("secret", "key", 1)).isEqualTo(429);
    }

    private int token(String secret, String key, int turns) throws Exception {
        var client = new Client("shop", SecretHash.of("secret"), Optional.of(merchant.id()), Set.of(Scope.INVOICE));
        var filter = new AccessTokenFilter(
                doors,
                turns == 1 ? once : often,
                failures,
                id -> Optional.of(client),
                id -> List.of(subscription),
                new AccessTokens(parameters -> null, "issuer", Clock.fixed(Fixtures.NOW, ZoneOffset.UTC)));
        var request = request("POST", "/accesstoken/get");
        request.addHeader("client_id", "shop");
        request.addHeader("client_secret", secret);
        request.addHeader(SubscriptionFilter.KEY, key);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (a, b) -> {});
        return response.getStatus();
    }

    private int withKey(String key) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerAuthentication(
                        new Caller("shop", Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE))));
        var request = request("GET", "/webhooks");
        request.addHeader(SubscriptionFilter.KEY, key);
        var response = new MockHttpServletResponse();
        new SubscriptionFilter(doors, failures, id -> List.of(subscription), some -> false)
                .doFilter(request, response, (a, b) -> letIn.incrementAndGet());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr("1.1.1.1");
        return request;
    }
}
