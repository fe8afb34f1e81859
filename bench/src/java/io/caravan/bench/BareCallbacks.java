package io.caravan.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Delivers callbacks as simply as can be: posts each stored body, four at a time, and sets the rows of its events in one
 * batch.
 */
@RestController
@Profile(BareService.PROFILE)
final class BareCallbacks implements DisposableBean {

    private static final int AT_A_TIME = 4;

    private static final List<String> TABLES = List.of(
            "create table if not exists bare_delivery (id integer primary key, body bytea not null)",
            """
            create table if not exists bare_callback (
                id uuid primary key, delivery_id integer not null, state varchar(16) not null)
            """,
            "create index if not exists bare_callback_delivery on bare_callback (delivery_id)");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CloseableHttpAsyncClient http = HttpAsyncClients.createDefault();
    private final ExecutorService writers = Executors.newFixedThreadPool(AT_A_TIME);

    BareCallbacks(JdbcTemplate jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        TABLES.forEach(jdbc::execute);
        http.start();
    }

    /** Delivers all that waits to the address, and answers when the last row is written. */
    @PostMapping("/callbacks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void deliver(@RequestParam URI to) throws InterruptedException {
        var waiting = waiting();
        var slots = new Semaphore(AT_A_TIME);
        var open = new CountDownLatch(waiting.size());
        var failure = new AtomicReference<Exception>();
        for (var delivery : waiting.entrySet()) {
            if (failure.get() != null) {
                break;
            }
            if (!slots.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The receiver hangs");
            }
            http.execute(request(to, delivery.getKey()), new Answered(delivery.getValue(), slots, open, failure));
        }
        if (failure.get() != null || !open.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Callbacks were not delivered", failure.get());
        }
    }

    /** The deliveries that wait, each with the ids of its events. */
    private Map<Integer, List<Object[]>> waiting() {
        var waiting = new LinkedHashMap<Integer, List<Object[]>>();
        jdbc.query(
                "select delivery_id, id from bare_callback where state = 'waiting' order by delivery_id",
                (RowCallbackHandler) row -> waiting.computeIfAbsent(row.getInt(1), delivery -> new ArrayList<>())
                        .add(new Object[] {row.getObject(2, UUID.class)}));
        return waiting;
    }

    private SimpleHttpRequest request(URI to, int delivery) {
        var body = jdbc.queryForObject("select body from bare_delivery where id = ?", byte[].class, delivery);
        return SimpleRequestBuilder.post(to)
                .setBody(body, ContentType.APPLICATION_JSON)
                .build();
    }

    private void markDelivered(List<Object[]> ids) {
        transaction.executeWithoutResult(
                status -> jdbc.batchUpdate("update bare_callback set state = 'delivered' where id = ?", ids));
    }

    @Override
    public void destroy() throws Exception {
        http.close();
        writers.shutdownNow();
    }

    /** What to do when a delivery has been answered. */
    private final class Answered implements FutureCallback<SimpleHttpResponse> {

        private final List<Object[]> ids;
        private final Semaphore slots;
        private final CountDownLatch open;
        private final AtomicReference<Exception> failure;

        Answered(List<Object[]> ids, Semaphore slots, CountDownLatch open, AtomicReference<Exception> failure) {
            this.ids = ids;
            this.slots = slots;
            this.open = open;
            this.failure = failure;
        }

        @Override
        public void completed(SimpleHttpResponse answer) {
            if (answer.getCode() / 100 != 2) {
                failed(new IllegalStateException("The receiver answered " + answer.getCode()));
                return;
            }
            slots.release();
            writers.execute(() -> {
                markDelivered(ids);
                open.countDown();
            });
        }

        @Override
        public void failed(Exception e) {
            failure.set(e);
            slots.release();
        }

        @Override
        public void cancelled() {
            failed(new IllegalStateException("cancelled"));
        }
    }
}
