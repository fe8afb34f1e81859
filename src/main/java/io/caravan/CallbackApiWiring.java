package io.caravan;

import io.caravan.camel.RelayBell;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.access.Scope;
import io.caravan.core.callback.CallbackLog;
import io.caravan.core.callback.CallbackSecrets;
import io.caravan.core.callback.Replays;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.Merchants;
import io.caravan.dialect.callbacks.CallbackApi;
import io.caravan.ops.CallbackReplay;
import io.caravan.store.JdbcCallbackLog;
import io.caravan.store.JdbcCallbackSecrets;
import io.caravan.store.JdbcCommerceAccounts;
import io.caravan.store.JdbcReplays;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.access.FindAccountCaller;
import io.caravan.usecase.callback.FindCallback;
import io.caravan.usecase.callback.ListCallbacks;
import io.caravan.usecase.callback.OrderReplay;
import io.caravan.usecase.callback.PreviewReplay;
import io.caravan.usecase.callback.PurgeAnswers;
import io.caravan.usecase.callback.PurgeCallbacks;
import io.caravan.usecase.callback.ReplayCallback;
import io.caravan.usecase.callback.RequestReplay;
import io.caravan.usecase.callback.RotateCallbackSecret;
import io.caravan.usecase.callback.ShowCallbackSecret;
import io.caravan.usecase.callback.TestCallbacks;
import io.caravan.usecase.callback.WorkOffReplays;
import io.caravan.web.AccountCallers;
import io.caravan.web.BearerCallers;
import io.caravan.web.Doors;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** What merchants see and do about their callbacks. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class CallbackApiWiring {

    /** A merchant comes here with its token, or with its commerce account. */
    @Bean
    @Order(2)
    SecurityFilterChain callbackCallers(
            HttpSecurity http, BearerCallers callers, FindAccountCaller findAccountCaller, Doors doors)
            throws Exception {
        SecurityWiring.stateless(http);
        AuthenticationEntryPoint refused = (request, response, e) -> {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Caravan\"");
            doors.refuse(request, response, Refusal.UNAUTHENTICATED);
        };
        return http.securityMatcher(SecurityWiring.PATH.matcher("/api/v1/callbacks/**"))
                .authenticationManager(new AccountCallers(findAccountCaller::find))
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(callers)
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(
                                (request, response, e) -> doors.refuse(request, response, Refusal.FORBIDDEN)))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(Scope.INVOICE.text()))
                .build();
    }

    @Bean
    CommerceAccounts commerceAccounts(TransactionalJdbc jdbc, Clock realTime) {
        return new JdbcCommerceAccounts(jdbc, realTime);
    }

    @Bean
    FindAccountCaller findAccountCaller(Transactions transactions, CommerceAccounts accounts, Merchants merchants) {
        return transactions.around(new FindAccountCaller(accounts, merchants));
    }

    @Bean
    CallbackLog callbackLog(TransactionalJdbc jdbc) {
        return new JdbcCallbackLog(jdbc);
    }

    @Bean
    Replays replays(TransactionalJdbc jdbc, RelayBell callbackBell) {
        return new JdbcReplays(jdbc, callbackBell);
    }

    @Bean
    CallbackSecrets callbackSecrets(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcCallbackSecrets(jdbc, sealer);
    }

    @Bean
    CallbackApi callbackApi() {
        return new CallbackApi();
    }

    @Bean
    ListCallbacks listCallbacks(Transactions transactions, CallbackLog log) {
        return transactions.around(new ListCallbacks(log));
    }

    @Bean
    FindCallback findCallback(Transactions transactions, CallbackLog log) {
        return transactions.around(new FindCallback(log));
    }

    @Bean
    ReplayCallback replayCallback(
            Transactions transactions, CallbackLog log, Replays replays, Clock businessTime, Clock realTime) {
        return transactions.around(new ReplayCallback(log, replays, businessTime, realTime));
    }

    @Bean
    RequestReplay requestReplay(Transactions transactions, Replays replays, Clock businessTime, Clock realTime) {
        return transactions.around(new RequestReplay(replays, businessTime, realTime));
    }

    @Bean
    WorkOffReplays workOffReplays(Transactions transactions, Replays replays, Clock businessTime, Clock realTime) {
        return transactions.around(new WorkOffReplays(replays, businessTime, realTime));
    }

    @Bean
    TestCallbacks testCallbacks(Transactions transactions, CallbackLog log, Replays replays, Clock businessTime) {
        return transactions.around(new TestCallbacks(log, replays, businessTime));
    }

    @Bean
    ShowCallbackSecret showCallbackSecret(Transactions transactions, CallbackSecrets secrets) {
        return transactions.around(new ShowCallbackSecret(secrets));
    }

    @Bean
    RotateCallbackSecret rotateCallbackSecret(Transactions transactions, CallbackSecrets secrets, Clock realTime) {
        return transactions.around(new RotateCallbackSecret(secrets, realTime));
    }

    @Bean
    PurgeAnswers purgeAnswers(
            Transactions transactions,
            CallbackLog log,
            @Value("${caravan.purge.callback-answers-after}") Duration age,
            Clock realTime) {
        return transactions.around(new PurgeAnswers(log, age, realTime));
    }

    @Bean
    PurgeCallbacks purgeCallbacks(
            Transactions transactions,
            CallbackLog log,
            CallbackSecrets secrets,
            @Value("${caravan.purge.callbacks-after}") Duration age,
            Clock businessTime,
            Clock realTime) {
        return transactions.around(new PurgeCallbacks(log, secrets, age, businessTime, realTime));
    }

    @Bean
    CallbackReplay callbackReplay(PreviewReplay previewReplay, OrderReplay orderReplay, Supplier<String> operatorName) {
        return new CallbackReplay(previewReplay, orderReplay, operatorName);
    }
}
