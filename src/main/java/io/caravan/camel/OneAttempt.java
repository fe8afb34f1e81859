package io.caravan.camel;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Makes HTTP calls that happen at most once and end in time: never repeated by the client on its own, and broken off at
 * the deadline even if the answer trickles in.
 */
public final class OneAttempt implements HttpClientConfigurer {

    private final ScheduledExecutorService timer;
    private final Duration deadline;

    public OneAttempt(ScheduledExecutorService timer, Duration deadline) {
        this.timer = timer;
        this.deadline = deadline;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorFirst("deadline", (request, scope, chain) -> {
                    breakOff(scope);
                    return chain.proceed(request, scope);
                });
    }

    /** Cancelling a call that has ended does nothing. */
    private void breakOff(ExecChain.Scope call) {
        if (call.originalRequest instanceof Cancellable cancellable) {
            timer.schedule(cancellable::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
