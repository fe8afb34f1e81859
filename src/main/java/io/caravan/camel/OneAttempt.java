package io.caravan.camel;

import java.time.Duration;
import java.util.concurrent.Executors;
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
public final class OneAttempt implements HttpClientConfigurer, AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(OneAttempt::thread);
    private final Duration deadline;

    public OneAttempt(Duration deadline) {
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

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Cancelling a call that has ended does nothing. */
    private void breakOff(ExecChain.Scope call) {
        if (call.originalRequest instanceof Cancellable cancellable) {
            timer.schedule(cancellable::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "one-attempt-deadline");
        thread.setDaemon(true);
        return thread;
    }
}
