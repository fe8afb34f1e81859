package io.caravan.web;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Subscription;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.salesunit.SalesUnit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Finds the sales unit in whose name a merchant calls: the one that its subscription key opens. Comes after the token has
 * been checked; whoever has none is passed on, to be refused there.
 */
public final class SubscriptionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String KEY = "Ocp-Apim-Subscription-Key";
    static final String NUMBER = "Merchant-Serial-Number";

    private final transient Doors doors;
    private final transient FailedCredentials failures;
    private final transient Function<MerchantId, List<Subscription>> subscriptions;
    private final transient RequestMatcher numbered;

    /** @param numbered the requests that must name the sales unit by its number as well */
    public SubscriptionFilter(
            Doors doors,
            FailedCredentials failures,
            Function<MerchantId, List<Subscription>> subscriptions,
            RequestMatcher numbered) {
        this.doors = doors;
        this.failures = failures;
        this.subscriptions = subscriptions;
        this.numbered = numbered;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var caller = caller();
        var merchant = caller.flatMap(Caller::merchant);
        if (merchant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var unit = opened(request, merchant.get());
        if (unit.isEmpty()) {
            refuse(request, response);
            return;
        }
        var number = Optional.ofNullable(request.getHeader(NUMBER)).orElse("");
        if (number.isEmpty() && numbered.matches(request)) {
            doors.refuse(request, response, Refusal.MALFORMED, "The header " + NUMBER + " is required");
        } else if (!number.isEmpty() && !number.equals(unit.get().msn())) {
            doors.refuse(request, response, Refusal.FORBIDDEN);
        } else {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    new CallerAuthentication(caller.get().of(unit.get()))));
            chain.doFilter(request, response);
        }
    }

    private static Optional<Caller> caller() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(CallerAuthentication.class::isInstance)
                .map(authentication -> ((CallerAuthentication) authentication).getPrincipal());
    }

    private Optional<SalesUnit> opened(HttpServletRequest request, Merchant merchant) {
        var key = Objects.requireNonNullElse(request.getHeader(KEY), "");
        return key.isEmpty() ? Optional.empty() : opened(subscriptions.apply(merchant.id()), key);
    }

    /** The sales unit that this key opens, among these. */
    static Optional<SalesUnit> opened(List<Subscription> subscriptions, String key) {
        return subscriptions.stream()
                .filter(subscription -> subscription.isOpenedBy(key))
                .map(Subscription::unit)
                .findFirst();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var wait = request.getHeader(KEY) == null ? Optional.<Duration>empty() : failures.note(request);
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
        } else {
            doors.refuse(request, response, Refusal.UNAUTHENTICATED, "The header " + KEY + " holds no valid key");
        }
    }
}
