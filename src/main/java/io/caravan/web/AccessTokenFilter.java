package io.caravan.web;

import io.caravan.core.access.Client;
import io.caravan.core.access.SecretHash;
import io.caravan.core.access.Subscription;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.merchant.MerchantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives sales units their tokens: whoever names a client, its secret and a subscription key of its merchant in the
 * headers gets a token like any other of that client. Answers every request that it sees.
 */
public final class AccessTokenFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Compared with when there is no such client, so that this takes as long. */
    private static final String NOBODYS = SecretHash.of("");

    private final transient Doors doors;
    private final transient Throttle clientTurns;
    private final transient FailedCredentials failures;
    private final transient Function<String, Optional<Client>> clients;
    private final transient Function<MerchantId, List<Subscription>> subscriptions;
    private final transient AccessTokens tokens;

    public AccessTokenFilter(
            Doors doors,
            Throttle clientTurns,
            FailedCredentials failures,
            Function<String, Optional<Client>> clients,
            Function<MerchantId, List<Subscription>> subscriptions,
            AccessTokens tokens) {
        this.doors = doors;
        this.clientTurns = clientTurns;
        this.failures = failures;
        this.clients = clients;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            doors.refuse(request, response, Refusal.METHOD_NOT_ALLOWED);
            return;
        }
        var id = header(request, "client_id");
        var wait = failures.wait(request).or(() -> clientTurns.take(id + " " + Origins.of(request)));
        if (wait.isPresent()) {
            doors.refuse(request, response, Refusal.TOO_MANY, wait.get());
            return;
        }
        var client = client(id, header(request, "client_secret"))
                .filter(known -> isSubscribed(known, header(request, SubscriptionFilter.KEY)));
        if (client.isEmpty()) {
            failures.note(request);
            doors.refuse(request, response, Refusal.UNAUTHENTICATED);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(tokens.issue(client.get()));
    }

    private Optional<Client> client(String id, String secret) {
        var client = clients.apply(id);
        var isRight =
                SecretHash.matchesOne(secret, client.map(Client::goodHashes).orElse(List.of(NOBODYS)));
        return client.filter(known -> isRight);
    }

    private boolean isSubscribed(Client client, String key) {
        return client.merchant()
                .map(subscriptions)
                .flatMap(known -> SubscriptionFilter.opened(known, key))
                .isPresent();
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
