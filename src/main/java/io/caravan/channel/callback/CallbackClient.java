package io.caravan.channel.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackRequest;
import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.callback.DeliveryId;
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
 * Sends callbacks to where merchants want them, and only to where callbacks may go. No thread waits for a merchant; an
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
        urls = new GuardedUrls(names, settings.ports(), settings.loopback(), settings.plainHosts(), starting);
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
        if (posting.request().isEmpty()) {
            exchange.fail("The endpoint's URL or credential cannot be read");
            return exchange.result();
        }
        var timer = deadlines.schedule(exchange::timeOut, deadline.toMillis(), TimeUnit.MILLISECONDS);
        exchange.result().whenComplete((attempt, e) -> timer.cancel(false));
        starting.execute(() -> start(exchange, posting.request().get()));
        return exchange.result();
    }

    private void start(Exchange exchange, CallbackRequest request) {
        if (exchange.result().isDone()) {
            return;
        }
        try {
            var target = urls.target(request.destination().url());
            var context = HttpClientContext.create();
            context.setAttribute(Exchange.ATTRIBUTE, exchange);
            context.setUserToken(exchange.posting().merchant());
            exchange.runs(http.execute(
                    producer(target, exchange.posting().id(), request), exchange.answer(), null, context, exchange));
        } catch (RuntimeException e) {
            exchange.failed(e);
        }
    }

    private AsyncRequestProducer producer(CallbackTarget target, DeliveryId id, CallbackRequest request) {
        var now = realTime.instant();
        long timestamp = now.getEpochSecond();
        var destination = request.destination();
        var message = message(target, request)
                .setHeader("webhook-id", id.value())
                .setHeader("webhook-timestamp", Long.toString(timestamp))
                .setHeader(
                        "webhook-signature",
                        destination.secrets().stream()
                                .map(secret -> secret.sign(id, timestamp, request.body()))
                                .collect(Collectors.joining(" ")));
        destination.authorization().ifPresent(value -> message.setHeader("Authorization", value));
        request.headers().forEach(message::setHeader);
        destination.own().ifPresent(secret -> secret.sign(target.uri(), request.body(), now)
                .forEach(message::setHeader));
        return message.build();
    }

    private static AsyncRequestBuilder message(CallbackTarget target, CallbackRequest request) {
        return switch (request.method()) {
            case GET -> AsyncRequestBuilder.get(target.uri());
            case POST ->
                AsyncRequestBuilder.post(target.uri())
                        .setEntity(request.body(), ContentType.parse(request.contentType()));
        };
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
