package io.caravan;

import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Refusal;
import io.caravan.usecase.access.FindAccountCaller;
import io.caravan.web.AccountCallers;
import io.caravan.web.CredentialsEntryPoint;
import io.caravan.web.Doors;
import io.caravan.web.FailedCredentials;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may call the API of payment invoices: commerce accounts with their keys, and payers to confirm. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class PaymentInvoiceAccessWiring {

    @Bean
    @Order(2)
    SecurityFilterChain accountCallers(
            HttpSecurity http, FindAccountCaller findAccountCaller, Doors doors, FailedCredentials failures)
            throws Exception {
        SecurityWiring.stateless(http);
        var refused = CredentialsEntryPoint.basic(doors, failures);
        return http.securityMatcher(new OrRequestMatcher(
                        Stream.of("/payment-invoices", "/api/payment-invoices", "/refunds", "/api/refunds")
                                .flatMap(path -> Stream.of(path, path + "/**"))
                                .map(path -> (RequestMatcher) SecurityWiring.PATH.matcher(path))
                                .toList()))
                .authenticationManager(new AccountCallers(findAccountCaller::find))
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(refused)
                        .accessDeniedHandler(
                                (request, response, e) -> doors.refuse(request, response, Refusal.FORBIDDEN)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                SecurityWiring.PATH.matcher(HttpMethod.POST, "/payment-invoices/{id}/confirm"),
                                SecurityWiring.PATH.matcher(HttpMethod.POST, "/api/payment-invoices/{id}/confirm"))
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(Scope.INVOICE.text()))
                .build();
    }
}
