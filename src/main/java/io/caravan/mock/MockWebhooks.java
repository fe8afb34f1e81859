package io.caravan.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What a provider tells the service by itself: each webhook is signed, and repeated until the service has answered 2xx
 * or has been told six times. They wait on disk.
 */
public final class MockWebhooks {

    private final String mock;
    private final PspQueue queue;
    private final MockFaults faults;
    private final Clock clock;
    private final String service;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** {@code service}: where the service is; {@code secret}: begins with {@code whsec_}. */
    public MockWebhooks(MockMemory memory, MockFaults faults, Clock clock, String service, String secret) {
        this(memory, "psp", faults, clock, service, secret);
    }

    /** Those of the mock carrier. */
    public static MockWebhooks ofCarrier(
            MockMemory memory, MockFaults faults, Clock clock, String service, String secret) {
        return new MockWebhooks(memory, "carrier", faults, clock, service, secret);
    }

    /** Those of the mock bank. */
    public static MockWebhooks ofBank(
            MockMemory memory, MockFaults faults, Clock clock, String service, String secret) {
        return new MockWebhooks(memory, "bank", faults, clock, service, secret);
    }

    private MockWebhooks(
            MockMemory memory, String mock, MockFaults faults, Clock clock, String service, String secret) {
        this.mock = mock;
        this.queue = new PspQueue(memory.jdbc(), mock + "_webhook");
        this.faults = faults;
        this.clock = clock;
        this.service = service;
        this.secret = secret;
    }

    /** Tells what became of an operation, some time; {@code cause}: the path of the request that led to it. */
    void tell(PspOperation operation, String cause) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", operation.id());
        said.put("key", operation.key());
        said.put("kind", operation.kind().word());
        said.put("status", operation.status());
        said.put("reference", operation.reference());
        said.put("amount", operation.amount());
        said.put("currency", operation.currency());
        said.put("at", operation.at().toString());
        tell(operation.key(), actionOf(operation), cause, said);
    }

    /** Tells this of the instruction with this key. */
    void tell(String key, String action, String cause, Map<String, Object> what) {
        var mode =
                faults.active(mock, cause, path(action)).map(MockFault::webhook).orElse("after");
        var event = "evt_" + UUID.randomUUID();
        var said = new LinkedHashMap<String, Object>();
        said.put("eventId", event);
        said.putAll(what);
        var now = clock.instant();
        queue.add(PspQueue.Webhook.of(event, key, action, cause, mode, MockJson.write(said), now), now);
    }

    /** Delivers now what is to come before the answer to the instruction with this key. */
    void hurry(String key) {
        send(queue.before(key));
    }

    /** Delivers what is due. */
    public void deliver() {
        send(queue.due(clock.instant()));
    }

    /** All of them, newest first, and what became of each. */
    public MockReply list() {
        return MockReply.json(200, MockJson.write(queue.newest(1000)));
    }

    private void send(List<PspQueue.Webhook> webhooks) {
        var sent = webhooks.stream()
                .filter(webhook -> queue.claim(webhook, clock.instant()))
                .map(webhook -> post(webhook).thenAccept(status -> queue.note(webhook, status, clock.instant())))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    /** Answers the HTTP status, 0 if there was none. */
    private CompletableFuture<Integer> post(PspQueue.Webhook webhook) {
        var path = path(webhook.action());
        var lie = faults.active(mock, webhook.cause(), path).flatMap(MockFault::lie);
        var said = (ObjectNode) MockJson.read(webhook.body());
        lie.ifPresent(one -> one.bend(said));
        var body = said.toString().getBytes(StandardCharsets.UTF_8);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var signed = lie.filter(one -> one == Lie.SIGNATURE).isPresent() ? new byte[0] : body;
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("webhook-id", webhook.event())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", WebhookSignature.sign(secret, webhook.event(), timestamp, signed))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> failure == null ? response.statusCode() : 0);
    }

    private String path(String action) {
        return "/api/callback/" + mock + "/" + action;
    }

    private static String actionOf(PspOperation operation) {
        if (operation.isDone()) {
            return operation.kind().done();
        }
        return operation.status().equals("expired") ? "expired" : "declined";
    }
}
