package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A card acquirer: charges stored cards, once for each idempotency key, and remembers what it believes. */
public final class MockPsp {

    private final JdbcClient jdbc;
    private final Clock clock;

    public MockPsp(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Charges a stored card, or repeats what it answered to this key before. */
    public MockReply charge(String key, String body) {
        var request = MockJson.read(body);
        if (key == null || key.isBlank() || !isComplete(request)) {
            return MockReply.problem(400, "Idempotency-Key, reference, amount, currency and card are required");
        }
        jdbc.sql(
                        """
                        insert into charge (idempotency_key, id, request, reference, amount, currency, card, text, status, at)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where not exists (select 1 from charge where idempotency_key = ?)
                        """)
                .params(
                        key,
                        "psp_" + UUID.randomUUID(),
                        request.toString(),
                        request.get("reference").asText(),
                        request.get("amount").asLong(),
                        request.get("currency").asText(),
                        request.get("card").asText(),
                        request.path("text").asText(),
                        statusOf(request.get("card").asText()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        key)
                .update();
        return find(key)
                .map(charge -> charge.get("request").equals(request)
                        ? reply(charge)
                        : MockReply.problem(409, "The key was used for another charge"))
                .orElseThrow();
    }

    /** What became of the instruction with this key. */
    public MockReply operation(String key) {
        return find(key).map(MockPsp::reply).orElseGet(() -> MockReply.problem(404, "unknown"));
    }

    /** Everything it believes, newest first. */
    public MockReply payments() {
        return MockReply.json(200, MockJson.write(all()));
    }

    List<Map<String, Object>> all() {
        return jdbc.sql("select * from charge order by at desc, id limit 1000")
                .query((row, n) -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("id", row.getString("id"));
                    one.put("kind", "charge");
                    one.put("status", row.getString("status"));
                    one.put("amount", row.getLong("amount"));
                    one.put("currency", row.getString("currency"));
                    one.put("reference", row.getString("reference"));
                    one.put("text", row.getString("text"));
                    one.put("idempotencyKey", row.getString("idempotency_key"));
                    one.put("at", row.getObject("at", OffsetDateTime.class).toString());
                    return (Map<String, Object>) one;
                })
                .list();
    }

    private Optional<Map<String, Object>> find(String key) {
        return jdbc.sql("select * from charge where idempotency_key = ?")
                .param(key)
                .query((row, n) -> Map.<String, Object>of(
                        "id", row.getString("id"),
                        "status", row.getString("status"),
                        "reference", row.getString("reference"),
                        "amount", row.getLong("amount"),
                        "currency", row.getString("currency"),
                        "request", MockJson.read(row.getString("request"))))
                .optional();
    }

    private static MockReply reply(Map<String, Object> charge) {
        var body = new LinkedHashMap<>(charge);
        body.remove("request");
        if (charge.get("status").equals("charged")) {
            return MockReply.json(201, MockJson.write(body));
        }
        body.put(
                "reason",
                charge.get("status").equals("expired_card") ? "The card has expired" : "The card was declined");
        return MockReply.json(402, MockJson.write(body));
    }

    private static boolean isComplete(JsonNode request) {
        return request.path("reference").isTextual()
                && request.path("amount").isIntegralNumber()
                && request.path("currency").isTextual()
                && request.path("card").isTextual();
    }

    /** The card of +4577007701 has expired; a card whose number ends in 0002 is declined. */
    private static String statusOf(String card) {
        if (card.endsWith("004577007701")) {
            return "expired_card";
        }
        return card.endsWith("0002") && card.contains("-b000-") ? "declined" : "charged";
    }
}
