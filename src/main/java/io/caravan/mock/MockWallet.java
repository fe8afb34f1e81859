package io.caravan.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The push gateway, and the phones behind it with what waits on each. */
public final class MockWallet {

    private static final long THINKING_SECONDS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WalletApp app;

    public MockWallet(JdbcClient jdbc, Clock clock, WalletApp app) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.app = app;
    }

    /** What pressing a button has come to. */
    private record Pressed(String id, String status) {}

    /** Something that waits on a phone, with what can be done about it. */
    record Item(String id, String phone, List<String> actions, Map<String, Object> shown) {}

    /** A push has come. The same one again changes nothing. */
    public MockReply push(String body) {
        var push = MockJson.read(body);
        if (!push.path("id").isTextual()
                || !push.path("phone").isTextual()
                || !push.path("invoiceId").isTextual()) {
            return MockReply.problem(400, "id, phone and invoiceId are required");
        }
        var phone = push.get("phone").asText();
        var isQuestion = push.path("consentId").isTextual();
        var item = push.get(isQuestion ? "consentId" : "invoiceId").asText();
        var actsAt = actionOf(phone)
                .filter(action -> !isQuestion)
                .filter(action -> !isKnown(phone, item))
                .map(action -> timestamp(clock.instant().plusSeconds(THINKING_SECONDS)));
        jdbc.sql(
                        "update wallet_item set state = 'replaced' where phone = ? and item_id = ? and id <> ? and state = 'open'")
                .params(phone, item, push.get("id").asText())
                .update();
        jdbc.sql(
                        """
                        merge into wallet_item t
                        using (values (cast(? as varchar))) s (id)
                        on t.id = s.id
                        when not matched then insert (id, item_id, phone, kind, title, amount, currency, due_date, issuer,
                            reference, payment_date, state, acts_at, arrived_at)
                        values (s.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
                        """)
                .params(
                        push.get("id").asText(),
                        item,
                        phone,
                        push.path("kind").asText("invoice"),
                        push.path("title").asText(),
                        push.path("amount").decimalValue(),
                        push.path("currency").asText(),
                        push.path("dueDate").asText(),
                        push.path("issuer").asText(),
                        push.path("reference").asText(),
                        push.path("paymentDate").asText(""),
                        actsAt.orElse(null),
                        timestamp(clock.instant()))
                .update();
        return MockReply.json(202, "{}");
    }

    /** What waits on this phone, newest first. */
    public MockReply waiting(String phone) {
        return MockReply.json(
                200, MockJson.write(items(phone).stream().map(Item::shown).toList()));
    }

    /** The payer presses a button. */
    public MockReply press(String phone, String itemId, String action, String body) {
        var item = items(phone).stream().filter(one -> one.id().equals(itemId)).findFirst();
        if (item.isEmpty()) {
            return isKnown(phone, itemId)
                    ? MockReply.problem(409, "This is no longer possible")
                    : MockReply.problem(404, "There is no such item on this phone");
        }
        if (!item.get().actions().contains(action)) {
            return MockReply.problem(404, "There is no such button");
        }
        var reply = app.answer(phone, itemId, action, body);
        var state = stateAfter(action, reply);
        state.ifPresent(
                closed -> jdbc.sql("update wallet_item set state = ?, acts_at = null where phone = ? and item_id = ?")
                        .params(closed, phone, itemId)
                        .update());
        return reply.status() == 200 || reply.status() == 204
                ? MockReply.json(200, MockJson.write(new Pressed(itemId, state.orElse("accepted"))))
                : reply;
    }

    /** Payers who act by themselves do so now, if they have thought for long enough. */
    public void act() {
        var due = jdbc.sql(
                        "select phone, item_id, due_date from wallet_item where acts_at <= ? and state = 'open' limit 100")
                .param(timestamp(clock.instant()))
                .query((row, n) -> List.of(row.getString("phone"), row.getString("item_id"), row.getString("due_date")))
                .list();
        for (var item : due) {
            jdbc.sql("update wallet_item set acts_at = null where item_id = ?")
                    .param(item.get(1))
                    .update();
            actionOf(item.get(0))
                    .ifPresent(action -> press(item.get(0), item.get(1), action, answer(action, item.get(2))));
        }
    }

    /** Who accepts does so for the due date. */
    private static String answer(String action, String dueDate) {
        return action.equals("accept") ? MockJson.write(Map.of("paymentDate", dueDate)) : "";
    }

    List<Item> items(String phone) {
        return jdbc.sql("select * from wallet_item where phone = ? and state = 'open' order by arrived_at desc, id")
                .param(phone)
                .query((row, n) -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("id", row.getString("item_id"));
                    shown.put("kind", row.getString("kind"));
                    shown.put("title", row.getString("title"));
                    shown.put("amount", row.getBigDecimal("amount"));
                    shown.put("currency", row.getString("currency"));
                    shown.put("dueDate", row.getString("due_date"));
                    shown.put("merchant", row.getString("issuer"));
                    shown.put("reference", row.getString("reference"));
                    Optional.ofNullable(row.getString("payment_date"))
                            .filter(date -> !date.isEmpty())
                            .ifPresent(date -> shown.put("paymentDate", date));
                    var actions = actionsFor(row.getString("kind"));
                    shown.put("actions", actions);
                    return new Item(row.getString("item_id"), phone, actions, shown);
                })
                .list();
    }

    private static List<String> actionsFor(String kind) {
        return kind.equals("consent") ? List.of("grant", "deny") : List.of("pay", "accept", "reject");
    }

    /** The newest item that has come to this phone since then. */
    Optional<String> arrived(String phone, Instant since) {
        return jdbc.sql(
                        "select item_id from wallet_item where phone = ? and arrived_at >= ? order by arrived_at desc limit 1")
                .params(phone, timestamp(since))
                .query(String.class)
                .optional();
    }

    private boolean isKnown(String phone, String itemId) {
        return jdbc.sql("select count(*) from wallet_item where phone = ? and item_id = ?")
                        .params(phone, itemId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Optional<String> stateAfter(String action, MockReply reply) {
        if (reply.status() == 409 || reply.status() == 404) {
            return Optional.of("closed");
        }
        if (reply.status() == 204) {
            return Optional.of(action.equals("grant") ? "granted" : "denied");
        }
        if (reply.status() != 200) {
            return Optional.empty();
        }
        var isPaid = MockJson.read(reply.text())
                .path("InvoicePaymentStatus")
                .asText()
                .equals("paid");
        return isPaid ? Optional.of("paid") : action.equals("reject") ? Optional.of("rejected") : Optional.empty();
    }

    private static Optional<String> actionOf(String phone) {
        if (phone.equals("+4577007703") || phone.matches("\\+4572[0-9]{6}")) {
            return Optional.of("pay");
        }
        return switch (phone) {
            case "+4577007704" -> Optional.of("reject");
            case "+4577007705" -> Optional.of("accept");
            default -> Optional.empty();
        };
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
