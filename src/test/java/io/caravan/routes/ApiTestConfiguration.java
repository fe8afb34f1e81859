package io.caravan.routes;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the merchant in whose id is in the header {@code Test-Merchant}, in place of a credential. */
@TestConfiguration(proxyBeanMethods = false)
class ApiTestConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain everybodyWhoSaysWho(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new TestMerchant(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "changeEndpoint")
    Endpoints changeEndpoint() {
        return new Endpoints();
    }

    /** Remembers what it was asked for. */
    public static class Endpoints {

        final List<EndpointRequest> asked = new CopyOnWriteArrayList<>();

        public void change(EndpointRequest request) {
            asked.add(request);
        }
    }

    private static final class TestMerchant extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var merchant = MerchantId.parse(request.getHeader("Test-Merchant"))
                    .map(id -> new Merchant(
                            id,
                            "Snowboard gear shop",
                            "DK",
                            Currency.getInstance("DKK"),
                            ZoneId.of("Europe/Copenhagen"),
                            "DK12345678",
                            true));
            var caller = new Caller("test", merchant, Optional.empty(), Set.of(Scope.INVOICE));
            SecurityContextHolder.getContext()
                    .setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
            chain.doFilter(request, response);
        }
    }
}
