package io.caravan;

import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Refusal;
import io.caravan.web.BearerCallers;
import io.caravan.web.ClientCredentialsRequest;
import io.caravan.web.ClientSecrets;
import io.caravan.web.CredentialsEntryPoint;
import io.caravan.web.Doors;
import io.caravan.web.FailedCredentials;
import io.caravan.web.ForgottenTokens;
import io.caravan.web.HawtioEntryFilter;
import io.caravan.web.OperatorAccounts;
import io.caravan.web.OtherSitesFilter;
import io.caravan.web.TokenClaims;
import io.caravan.web.TokenClients;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may do what: operators on the management port, clients at the token endpoint, callers on the public port. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SecurityWiring {

    /** As Camel matches its paths: without regard to case. */
    static final PathPatternRequestMatcher.Builder PATH = pathsOfAnyCase();

    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");

    private static final byte[] INVALID_CLIENT = "{\"error\":\"invalid_client\"}".getBytes(StandardCharsets.UTF_8);

    /** What Security does is part of a request's time; measured filter by filter it would cost as much as it tells. */
    @Bean
    SecurityObservationSettings securityIsNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Everything else on the management port. It has a servlet context of its own, which tells its requests from ours. */
    @Bean
    @Order(1)
    SecurityFilterChain operators(
            HttpSecurity http, WebApplicationContext context, AuthenticationProvider operatorPasswords)
            throws Exception {
        stateless(http);
        return http.securityMatcher(request -> request.getServletContext() != context.getServletContext())
                .addFilterBefore(new OtherSitesFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(new HawtioEntryFilter(), AuthorizationFilter.class)
                .authenticationManager(new ProviderManager(operatorPasswords))
                .httpBasic(basic -> basic.realmName("Caravan operators"))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher(HttpMethod.GET, "/actuator/health/**"))
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(PATH.matcher(HttpMethod.GET, "/actuator/hawtio/proxy/enabled"))
                        .hasRole(OperatorAccounts.ACTS)
                        .requestMatchers(PATH.matcher("/actuator/hawtio/proxy/**"))
                        .denyAll()
                        .requestMatchers(PATH.matcher("/actuator/hawtio/**"), PATH.matcher("/actuator/jolokia/**"))
                        .hasRole(OperatorAccounts.ACTS)
                        .requestMatchers(SecurityWiring::acts)
                        .hasRole(OperatorAccounts.ACTS)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Clients come here for a token, and anybody for the keys that prove one. */
    @Bean
    @Order(2)
    SecurityFilterChain tokens(HttpSecurity http, TokenClients clients, DoorProperties door) throws Exception {
        stateless(http);
        return http.securityMatcher(anyOf(
                        PATH.matcher(HttpMethod.POST, "/oauth2/token"), PATH.matcher(HttpMethod.GET, "/oauth2/jwks")))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(clients)
                                .authorizationService(new ForgottenTokens())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .issuer(door.issuer())
                                        .build())
                                .clientAuthentication(SecurityWiring::bySecret)
                                .tokenEndpoint(token -> token.accessTokenRequestConverters(converters -> {
                                    converters.clear();
                                    converters.add(new ClientCredentialsRequest());
                                })))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) -> {
                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                    response.getOutputStream().write(INVALID_CLIENT);
                }))
                .build();
    }

    /** Everything else on the public port. */
    @Bean
    @Order(3)
    SecurityFilterChain callers(
            HttpSecurity http, BearerCallers callers, Doors doors, FailedCredentials failures, Environment environment)
            throws Exception {
        stateless(http);
        return http.oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .authenticationEntryPoint(CredentialsEntryPoint.bearer(doors, failures))
                        .accessDeniedHandler(
                                (request, response, e) -> doors.refuse(request, response, Refusal.FORBIDDEN)))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(PATH.matcher(HttpMethod.GET, "/api/v1/invoiceissuers/{id}/logo"))
                            .permitAll()
                            .requestMatchers(
                                    PATH.matcher(HttpMethod.GET, "/api/v1/consumers/me/invoices/invoices/{id}/link"))
                            .permitAll()
                            .requestMatchers(PATH.matcher("/oauth2/**"))
                            .permitAll()
                            .requestMatchers(PATH.matcher(HttpMethod.GET, "/openapi/**"))
                            .permitAll()
                            .requestMatchers(PATH.matcher("/i/**"), PATH.matcher("/pay/**"), PATH.matcher("/assets/*"))
                            .permitAll()
                            .requestMatchers(PATH.matcher("/hpp/**"), PATH.matcher("/redirect/hpp/**"))
                            .permitAll()
                            .requestMatchers(
                                    PATH.matcher(HttpMethod.GET, "/pre-transactions/{partner}/{id}"),
                                    PATH.matcher(HttpMethod.GET, "/s/{code}"))
                            .permitAll()
                            .requestMatchers(PATH.matcher("/api/callback/{provider}/{actionType}"))
                            .permitAll();
                    if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
                        requests.requestMatchers(PATH.matcher("/mock/**")).permitAll();
                    }
                    requests.requestMatchers(PATH.matcher("/api/v1/consumers/**"))
                            .hasAuthority(Scope.CONSUMER.text())
                            .requestMatchers(PATH.matcher("/api/v1/**"))
                            .hasAuthority(Scope.INVOICE.text())
                            .anyRequest()
                            .authenticated();
                })
                .build();
    }

    /** Whether the request may do more than look. */
    static boolean acts(HttpServletRequest request) {
        return !LOOKS.contains(request.getMethod());
    }

    /** A credential with each request, and nothing that a browser would do by itself. */
    static void stateless(HttpSecurity http) throws Exception {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static void bySecret(OAuth2ClientAuthenticationConfigurer clients) {
        clients.authenticationConverters(converters -> {
            converters.clear();
            converters.add(new ClientSecretBasicAuthenticationConverter());
            converters.add(new ClientSecretPostAuthenticationConverter());
        });
        clients.authenticationProviders(providers -> providers.forEach(provider -> {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new ClientSecrets());
            }
        }));
    }

    @Bean
    TokenClaims tokenClaims() {
        return new TokenClaims();
    }

    private static PathPatternRequestMatcher.Builder pathsOfAnyCase() {
        var parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        return PathPatternRequestMatcher.withPathPatternParser(parser);
    }

    private static RequestMatcher anyOf(RequestMatcher... matchers) {
        return new OrRequestMatcher(matchers);
    }
}
