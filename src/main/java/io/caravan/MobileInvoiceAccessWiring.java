package io.caravan;

import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.partner.Nonces;
import io.caravan.core.partner.Partners;
import io.caravan.store.JdbcNonces;
import io.caravan.store.JdbcPartners;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.access.FindPartnerCaller;
import io.caravan.usecase.access.PurgeNonces;
import io.caravan.web.BearerCallers;
import io.caravan.web.Bodies;
import io.caravan.web.CredentialsEntryPoint;
import io.caravan.web.Doors;
import io.caravan.web.FailedCredentials;
import io.caravan.web.HmacFilter;
import io.caravan.web.KnownPathFilter;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may call the Mobile Invoice API: partners, with a signature over each request or with a token. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class MobileInvoiceAccessWiring {

    private static final List<String> PATHS =
            List.of("pre-transactions", "transactions", "campaigns", "payment-providers", "billing", "webhooks");

    @Bean
    @Order(2)
    SecurityFilterChain partnerCallers(
            HttpSecurity http,
            BearerCallers callers,
            FindPartnerCaller findPartnerCaller,
            Doors doors,
            Bodies strangersBodies,
            FailedCredentials failures,
            @Value("${caravan.public-url}") String publicUrl)
            throws Exception {
        SecurityWiring.stateless(http);
        var signatures = new HmacFilter(
                doors, strangersBodies, failures, findPartnerCaller::find, publicUrl.replaceFirst("/+$", ""));
        return http.securityMatcher(new OrRequestMatcher(paths()))
                .addFilterBefore(signatures, BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .authenticationEntryPoint(CredentialsEntryPoint.bearer(doors, failures))
                        .accessDeniedHandler(
                                (request, response, e) -> doors.refuse(request, response, Refusal.FORBIDDEN)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static List<RequestMatcher> paths() {
        return PATHS.stream()
                .flatMap(path -> Stream.of("/api/" + path, "/api/" + path + "/**"))
                .map(path -> (RequestMatcher) SecurityWiring.PATH.matcher(path))
                .toList();
    }

    @Bean
    FilterRegistrationBean<KnownPathFilter> knownPathFilter() {
        var registration = new FilterRegistrationBean<>(new KnownPathFilter());
        registration.setOrder(DoorWiring.FIRST + 2);
        return registration;
    }

    @Bean
    Partners partners(TransactionalJdbc jdbc, Sealer sealer, Clock realTime) {
        return new JdbcPartners(jdbc, sealer, realTime);
    }

    @Bean
    Nonces nonces(TransactionalJdbc jdbc) {
        return new JdbcNonces(jdbc);
    }

    @Bean
    FindPartnerCaller findPartnerCaller(
            Transactions transactions, Partners partners, Merchants merchants, Nonces nonces, Clock realTime) {
        return transactions.around(new FindPartnerCaller(partners, merchants, nonces, realTime));
    }

    @Bean
    PurgeNonces purgeNonces(Transactions transactions, Nonces nonces, Clock realTime) {
        return transactions.around(new PurgeNonces(nonces, realTime));
    }
}
