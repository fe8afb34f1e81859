package io.caravan.web;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Refuses merchants that ask too often. The wallet app, which acts for many, is not counted. */
public final class MerchantLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Doors doors;
    private final transient Throttle throttle;

    public MerchantLimitFilter(Doors doors, Throttle throttle) {
        this.doors = doors;
        this.throttle = throttle;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var wait = merchant(request).flatMap(throttle::take);
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> merchant(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Caller caller
                ? caller.merchant().map(merchant -> merchant.id().toString())
                : Optional.empty();
    }
}
