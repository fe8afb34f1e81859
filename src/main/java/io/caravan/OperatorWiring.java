package io.caravan;

import io.caravan.usecase.access.FindOperator;
import io.caravan.web.GuardedPasswords;
import io.caravan.web.OperatorAccounts;
import io.caravan.web.OtherSitesFilter;
import io.caravan.web.RememberedPasswords;
import io.caravan.web.RepeatedFieldsFilter;
import io.caravan.web.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.context.WebApplicationContext;

/** Who operators are, and how they sign in to the console. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class OperatorWiring {

    private static final String LOGIN = "/ops/login";

    @Bean
    OperatorAccounts operatorAccess(OperatorProperties properties, FindOperator findOperator) {
        return new OperatorAccounts(properties.users(), findOperator::find);
    }

    /** The passwords of operators, however they are sent; a few wrong ones a minute, and then none is looked at. */
    @Bean
    AuthenticationProvider operatorPasswords(OperatorAccounts operatorAccess, DoorProperties door) {
        var passwords = new DaoAuthenticationProvider(operatorAccess::find);
        passwords.setPasswordEncoder(new RememberedPasswords(new BCryptPasswordEncoder()));
        int failures = door.failuresPerMinute();
        return new GuardedPasswords(
                passwords, new Throttle(failures, Duration.ofMinutes(1), failures, System::nanoTime));
    }

    /** The console: a session after the login, and a token in each form. */
    @Bean
    @Order(0)
    SecurityFilterChain consoleUsers(
            HttpSecurity http,
            WebApplicationContext context,
            AuthenticationProvider operatorPasswords,
            OperatorAccounts operatorAccess)
            throws Exception {
        var paths = SecurityWiring.PATH.matcher("/ops/**");
        return http.securityMatcher(
                        request -> request.getServletContext() != context.getServletContext() && paths.matches(request))
                .addFilterBefore(new OtherSitesFilter(), CsrfFilter.class)
                .addFilterAfter(new RepeatedFieldsFilter(), AuthorizationFilter.class)
                .authenticationManager(new ProviderManager(operatorPasswords))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .formLogin(OperatorWiring::form)
                .exceptionHandling(errors -> errors.accessDeniedHandler(
                        (request, response, reason) -> refuse(response, words(request, reason, operatorAccess))))
                .logout(logout -> logout.logoutUrl("/ops/logout").logoutSuccessUrl(LOGIN + "?out"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                SecurityWiring.PATH.matcher(LOGIN),
                                SecurityWiring.PATH.matcher(HttpMethod.GET, "/ops/console.css"))
                        .permitAll()
                        .requestMatchers(request -> SecurityWiring.acts(request) || showsPayer(request))
                        .access((who, request) -> decision(operatorAccess.mayAct(who.get())))
                        .anyRequest()
                        .access((who, request) -> decision(operatorAccess.mayLook(who.get()))))
                .build();
    }

    /** What is known of one payer is for those who may change it. */
    private static boolean showsPayer(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/setup-form") && "payer".equals(request.getParameter("kind"));
    }

    private static AuthorizationDecision decision(boolean granted) {
        return new AuthorizationDecision(granted);
    }

    private static void form(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage(LOGIN)
                .usernameParameter("name")
                .passwordParameter("password")
                .defaultSuccessUrl("/ops/overview", true)
                .failureHandler((request, response, e) ->
                        response.sendRedirect(LOGIN + (e instanceof LockedException ? "?wait" : "?wrong")));
    }

    private static void refuse(HttpServletResponse response, String words) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Of a form that another site sent, or one from before the login; a session that has ended with its operator's password;
     * or an act of somebody who may look only.
     */
    private static String words(
            HttpServletRequest request, AccessDeniedException reason, OperatorAccounts operatorAccess) {
        if (reason instanceof CsrfException) {
            return "This form is too old. Go back, reload the page, and try again.";
        }
        return request.getUserPrincipal() instanceof Authentication who && operatorAccess.mayLook(who)
                ? "You may look and not act."
                : "Your session has ended. Sign in again at " + LOGIN + ".";
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("caravan-ops-form");
        tokens.setCookiePath("/ops");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
