package io.caravan;

import com.github.benmanes.caffeine.cache.Ticker;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.access.FindClient;
import io.caravan.usecase.callback.ListSubscriptions;
import io.caravan.web.AccessTokenDoor;
import io.caravan.web.AccessTokenFilter;
import io.caravan.web.AccessTokens;
import io.caravan.web.BearerCallers;
import io.caravan.web.CredentialsEntryPoint;
import io.caravan.web.Doors;
import io.caravan.web.FailedCredentials;
import io.caravan.web.SubscriptionCache;
import io.caravan.web.SubscriptionFilter;
import io.caravan.web.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may call the ePayment API and those around it: sales units, with a token and a subscription key. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SalesUnitWiring {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** All of these come here for a token. */
    @Bean
    @Order(2)
    SecurityFilterChain accessTokens(
            HttpSecurity http,
            Doors doors,
            FailedCredentials failures,
            FindClient findClient,
            SubscriptionCache subscriptions,
            JwtEncoder encoder,
            DoorProperties door,
            Clock realTime)
            throws Exception {
        SecurityWiring.stateless(http);
        var turns = new Throttle(door.tokensPerMinute(), MINUTE, door.tokensPerMinute(), System::nanoTime);
        var tokens = new AccessTokens(encoder, door.issuer(), realTime);
        return http.securityMatcher(SecurityWiring.PATH.matcher("/accesstoken/get"))
                .addFilterBefore(
                        new AccessTokenFilter(doors, turns, failures, findClient::find, subscriptions, tokens),
                        LogoutFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain salesUnitCallers(
            HttpSecurity http,
            BearerCallers callers,
            Doors doors,
            FailedCredentials failures,
            SubscriptionCache subscriptions)
            throws Exception {
        SecurityWiring.stateless(http);
        var units = new SubscriptionFilter(doors, failures, subscriptions, paths("/epayment"));
        return http.securityMatcher(paths("/epayment", "/webhooks", "/order-management", "/v2", "/vipps-userinfo-api"))
                .addFilterAfter(units, BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .authenticationEntryPoint(CredentialsEntryPoint.bearer(doors, failures)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static RequestMatcher paths(String... paths) {
        return new OrRequestMatcher(Stream.of(paths)
                .flatMap(path -> Stream.of(path, path + "/**"))
                .map(path -> (RequestMatcher) SecurityWiring.PATH.matcher(path))
                .toList());
    }

    @Bean
    AccessTokenDoor accessTokenDoor(Clock realTime) {
        return new AccessTokenDoor(realTime);
    }

    @Bean
    JdbcSalesUnits salesUnits(TransactionalJdbc jdbc, Clock realTime) {
        return new JdbcSalesUnits(jdbc, realTime);
    }

    @Bean
    ListSubscriptions listSubscriptions(Transactions transactions, JdbcSalesUnits salesUnits) {
        return transactions.around(new ListSubscriptions(salesUnits));
    }

    @Bean
    SubscriptionCache subscriptionCache(ListSubscriptions listSubscriptions, Ticker ticker) {
        return new SubscriptionCache(listSubscriptions::list, ticker);
    }
}
