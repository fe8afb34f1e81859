package io.caravan.mock;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the gateways tell the service by themselves: each call is signed, and repeated until the service has answered 2xx
 * or has been told six times. They wait on disk.
 */
final class SmsCalls {

    private static final String PATH = "/api/callback/sms/";

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration AFTER = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String service;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    SmsCalls(JdbcClient jdbc, Clock clock, String service, String secret) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.service = service;
        this.secret = secret;
    }

    private record Call(long seq, String id, String action, String body, int attempts) {}

    /** Has the service called soon; {@code mode}: before, after, twice, never, late. */
    void add(String action, String body, String mode) {
        var id = "sms_" + UUID.randomUUID();
        var now = clock.instant();
        var due =
                switch (mode) {
                    case "before" -> now;
                    case "late" -> now.plus(LATE);
                    default -> now.plus(AFTER);
                };
        for (int copy = 0; copy < (mode.equals("twice") ? 2 : 1); copy++) {
            jdbc.sql(
                            """
                            insert into sms_call (id, action, body, state, attempts, answer, next_at)
                            values (?, ?, ?, ?, 0, 0, ?)
                            """)
                    .params(id, action, body, mode.equals("never") ? "withheld" : "waiting", PspBooks.timestamp(due))
                    .update();
        }
    }

    /** Calls for what is due. */
    void deliver() {
        var now = clock.instant();
        var sent = jdbc
                .sql("select * from sms_call where state = 'waiting' and next_at <= ? order by seq limit 32")
                .param(PspBooks.timestamp(now))
                .query((row, n) -> new Call(
                        row.getLong("seq"),
                        row.getString("id"),
                        row.getString("action"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list()
                .stream()
                .filter(call -> claim(call, now))
                .map(call -> post(call).thenAccept(status -> note(call, status)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    private boolean claim(Call call, Instant now) {
        return jdbc.sql(
                                "update sms_call set next_at = ? where seq = ? and state = 'waiting' and attempts = ? and next_at <= ?")
                        .params(
                                PspBooks.timestamp(now.plus(LEASE)),
                                call.seq(),
                                call.attempts(),
                                PspBooks.timestamp(now))
                        .update()
                == 1;
    }

    private void note(Call call, int status) {
        var isLast = call.attempts() >= WAITS.size();
        var state = status >= 200 && status < 300 ? "delivered" : isLast ? "given_up" : "waiting";
        var wait = isLast ? Duration.ZERO : WAITS.get(call.attempts());
        jdbc.sql("update sms_call set state = ?, attempts = attempts + 1, answer = ?, next_at = ? where seq = ?")
                .params(state, status, PspBooks.timestamp(clock.instant().plus(wait)), call.seq())
                .update();
    }

    /** Answers the HTTP status, 0 if there was none. */
    private CompletableFuture<Integer> post(Call call) {
        var body = call.body().getBytes(StandardCharsets.UTF_8);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(service + PATH + call.action()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("webhook-id", call.id())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", WebhookSignature.sign(secret, call.id(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> failure == null ? response.statusCode() : 0);
    }
}
