package io.caravan.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two SMS gateways and the phones behind them. The same reference at the same gateway is one SMS. Reports follow within
 * a second, unless a fault says otherwise.
 */
public final class MockSms {

    private static final String CREDENTIAL =
            "Basic " + Base64.getEncoder().encodeToString("sandbox:sandbox".getBytes(StandardCharsets.UTF_8));

    /** Phones whose numbers end so are switched off for good. */
    private static final String UNREACHABLE = "9909";

    private static final int DELIVERED = 1001;
    private static final int NOT_DELIVERED = 1006;

    private final SmsBooks books;
    private final SmsCalls calls;
    private final MockFaults faults;
    private final Clock clock;

    /** {@code service}: where the service is; {@code secret}: begins with {@code whsec_}. */
    public MockSms(MockMemory memory, MockFaults faults, Clock clock, String service, String secret) {
        this.books = new SmsBooks(memory.jdbc());
        this.calls = new SmsCalls(memory.jdbc(), clock, service, secret);
        this.faults = faults;
        this.clock = clock;
    }

    /** A gateway is to send an SMS; {@code path}: that of the request. */
    public MockReply send(String gateway, String body, String authorization, String path) {
        if (!gateway.matches("[ab]")) {
            return MockReply.problem(404, "There are the gateways a and b");
        }
        if (!CREDENTIAL.equals(authorization)) {
            return MockReply.problem(401, "The credential is sandbox:sandbox");
        }
        var said = MockJson.read(body);
        var to = said.path("destination").asText();
        var text = said.path("userData").asText();
        if (!to.matches("\\+[0-9]{7,15}")
                || text.isEmpty()
                || said.path("source").asText().isEmpty()) {
            return MockReply.problem(400, "source, destination and userData are required");
        }
        var reference = said.path("refId").asText(UUID.randomUUID().toString());
        var from = said.path("source").asText();
        var item = books.take(gateway, reference, from, to, text, clock.instant());
        if (item.times() == 1 && said.path("useDeliveryReport").asBoolean()) {
            report(item, path);
        }
        return MockReply.json(
                200, MockJson.write(Map.of("messageId", item.id(), "resultCode", 1005, "description", "Queued")));
    }

    private void report(SmsBooks.Item item, String path) {
        var isLost = item.to().endsWith(UNREACHABLE);
        books.note(item.id(), isLost ? "failed" : "delivered");
        var mode = faults.active("sms", path).map(MockFault::webhook).orElse("after");
        var body = Map.of(
                "refId",
                item.reference(),
                "id",
                item.id(),
                "resultCode",
                isLost ? NOT_DELIVERED : DELIVERED,
                "operator",
                "sandbox",
                "timestamp",
                clock.instant().toString());
        calls.add("report", MockJson.write(body), mode);
        if (mode.equals("before")) {
            calls.deliver();
        }
    }

    /** The owner of a phone writes: {@code {"to", "text"}}. */
    public MockReply answer(String phone, String body) {
        var said = MockJson.read(body);
        if (!said.path("text").isTextual()) {
            return MockReply.problem(400, "text is required");
        }
        var id = "in-" + UUID.randomUUID();
        var inbound = Map.of(
                "id",
                id,
                "source",
                normal(phone),
                "destination",
                said.path("to").asText("Caravan"),
                "operator",
                "sandbox",
                "content",
                Map.of("type", "TEXT", "userData", said.path("text").asText()));
        calls.add("inbound", MockJson.write(inbound), "after");
        return MockReply.json(202, MockJson.write(Map.of("id", id)));
    }

    /** Calls the service for what is due. */
    public void deliver() {
        calls.deliver();
    }

    /** The SMS to all phones: a page for a browser, JSON for everybody else. */
    public MockReply inboxes(String accept) {
        return show("SMS", books.newest(), accept);
    }

    /** The SMS to a phone. */
    public MockReply inbox(String phone, String accept) {
        return show("SMS to " + normal(phone), books.to(normal(phone)), accept);
    }

    private static MockReply show(String title, List<SmsBooks.Item> items, String accept) {
        return MockPages.isBrowser(accept)
                ? SmsPage.draw(title, items)
                : MockReply.json(
                        200,
                        MockJson.write(items.stream().map(SmsBooks.Item::shown).toList()));
    }

    /** In a path, a plus sign may have been read as a blank. */
    private static String normal(String phone) {
        return phone.trim().startsWith("+") ? phone.trim() : "+" + phone.trim();
    }
}
