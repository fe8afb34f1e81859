package io.caravan.channel.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.Posting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;

/**
 * Posts callbacks to where merchants want them, and only to where callbacks may go. No thread waits for a merchant; an
 * exchange ends in time, whatever the other side does, and never fails but in its attempt.
 */
public final class CallbackClient implements AutoCloseable {

    /** Threads that resolve names, the one part of an exchange that blocks. They go when there is nothing to do. */
    private static final int RESOLVING_THREADS = 128;

    private final CloseableHttpAsyncClient http;
    private final GuardedUrls urls;
    private final Duration deadline;
    private final Clock realTime;
    private final ThreadPoolExecutor starting;
    private final ScheduledExecutorService deadlines;

    public CallbackClient(GuardSettings settings, Clock realTime) {
        this.realTime = realTime;
        this.deadline = settings.deadline();
        starting = new ThreadPoolExecutor(
                RESOLVING_THREADS,
                RESOLVING_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("callback-start"));
        starting.allowCoreThreadTimeOut(true);
        var timer = new ScheduledThreadPoolExecutor(1, daemons("callback-deadline"));
        timer.setRemoveOnCancelPolicy(true);
        deadlines = timer;
        var names = new CheckedNames(settings.lookup(), settings.addresses());
        urls = new GuardedUrls(names, settings.ports(), settings.loopback(), starting);
        http = settings.client(names);
        http.start();
    }

    /** The rules under which this client sends, for the registration of endpoints. */
    public CallbackUrls urls() {
        return urls;
    }

    /** Posts the delivery. The stage always ends with an attempt, in time. */
    public CompletionStage<Attempt> post(Posting posting) {
        var exchange = new Exchange(posting, realTime, new CompletableFuture<>());
        if (posting.destination().isEmpty()) {
            exchange.fail("The endpoint's credential cannot be read");
            return exchange.result();
        }
        var timer = deadlines.schedule(exchange::timeOut, deadline.toMillis(), TimeUnit.MILLISECONDS);
        exchange.result().whenComplete((attempt, e) -> timer.cancel(false));
        starting.execute(() -> start(exchange, posting.destination().get()));
        return exchange.result();
    }

    private void start(Exchange exchange, Destination destination) {
        if (exchange.result().isDone()) {
            return;
        }
        try {
            var target = urls.target(destination.url());
            var context = HttpClientContext.create();
            context.setAttribute(Exchange.ATTRIBUTE, exchange);
            context.setUserToken(exchange.posting().merchant());
            exchange.runs(http.execute(
                    request(target, exchange.posting(), destination), exchange.answer(), null, context, exchange));
        } catch (RuntimeException e) {
            exchange.failed(e);
        }
    }

    private AsyncRequestProducer request(CallbackTarget target, Posting posting, Destination destination) {
        long timestamp = realTime.instant().getEpochSecond();
        var request = AsyncRequestBuilder.post(target.uri())
                .setEntity(posting.body(), ContentType.parse(posting.contentType()))
                .setHeader("webhook-id", posting.id().value())
                .setHeader("webhook-timestamp", Long.toString(timestamp))
                .setHeader(
                        "webhook-signature",
                        destination.secrets().stream()
                                .map(secret -> secret.sign(posting.id(), timestamp, posting.body()))
                                .collect(Collectors.joining(" ")));
        destination.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        return request.build();
    }

    private static ThreadFactory daemons(String name) {
        var threads = Executors.defaultThreadFactory();
        return task -> {
            var thread = threads.newThread(task);
            thread.setDaemon(true);
            thread.setName(name);
            return thread;
        };
    }

    @Override
    public void close() throws IOException {
        http.close();
        starting.shutdownNow();
        deadlines.shutdownNow();
    }
}
