package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    record Item(String id, String phone, List<String> actions, Map<String, Object> shown) {

        boolean isPayment() {
            return "payment".equals(shown.get("kind"));
        }
    }

    /** A push has come. The same one again changes nothing. */
    public MockReply push(String body) {
        var push = MockJson.readExactly(body);
        if (!push.path("id").isTextual()
                || !push.path("phone").isTextual()
                || !push.path("invoiceId").isTextual()
                        && !push.path("paymentId").isTextual()) {
            return MockReply.problem(400, "id, phone and invoiceId or paymentId are required");
        }
        return put(push);
    }

    /** Puts something on a phone, in the place of what said the same before. */
    MockReply put(JsonNode push) {
        var phone = push.get("phone").asText();
        var isPayment = push.path("paymentId").isTextual();
        var isQuestion = push.path("consentId").isTextual();
        var item = push.get(isPayment ? "paymentId" : isQuestion ? "consentId" : "invoiceId")
                .asText();
        var actsAt = actionOf(phone, isPayment)
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
                            reference, payment_date, scopes, details_url, sold, links, state, acts_at, arrived_at)
                        values (s.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
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
                        push.path(isPayment ? "merchant" : "issuer").asText(),
                        push.path("reference").asText(),
                        push.path("paymentDate").asText(""),
                        list(push, "scopes"),
                        push.path("detailsUrl").asText(""),
                        list(push, "lines"),
                        list(push, "links"),
                        actsAt.orElse(null),
                        timestamp(clock.instant()))
                .update();
        return MockReply.json(202, "{}");
    }

    /** The payer opens the page of a payment in the app, where it waits from then on. */
    MockReply open(String phone, String url) {
        var reply = app.payment(phone, "open", MockJson.write(Map.of("url", url)));
        if (reply.status() != 200) {
            return reply;
        }
        var offered = (ObjectNode) MockJson.readExactly(reply.text());
        var id = offered.path("id").asText();
        put(offered.put("id", "open-" + UUID.randomUUID())
                .put("paymentId", id)
                .put("kind", "payment")
                .put("phone", phone)
                .put("title", "Pay " + offered.path("merchant").asText()));
        return MockReply.json(200, MockJson.write(new Pressed(id, "open")));
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
        if (action.equals("postpone")) {
            return MockReply.json(200, MockJson.write(new Pressed(itemId, "open")));
        }
        var isPayment = item.get().isPayment();
        var reply = isPayment && action.equals("reject")
                ? app.payment(phone, itemId + "/reject", body)
                : app.answer(phone, itemId, action, body);
        var state = isPayment ? stateOf(reply) : stateAfter(action, reply);
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
                        "select phone, item_id, due_date, kind from wallet_item where acts_at <= ? and state = 'open' limit 100")
                .param(timestamp(clock.instant()))
                .query((row, n) -> List.of(
                        row.getString("phone"),
                        row.getString("item_id"),
                        row.getString("due_date"),
                        row.getString("kind")))
                .list();
        for (var item : due) {
            jdbc.sql("update wallet_item set acts_at = null where item_id = ?")
                    .param(item.get(1))
                    .update();
            actionOf(item.get(0), item.get(3).equals("payment"))
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
                    if (!row.getString("due_date").isEmpty()) {
                        shown.put("dueDate", row.getString("due_date"));
                    }
                    shown.put("merchant", row.getString("issuer"));
                    shown.put("reference", row.getString("reference"));
                    Optional.ofNullable(row.getString("payment_date"))
                            .filter(date -> !date.isEmpty())
                            .ifPresent(date -> shown.put("paymentDate", date));
                    if (row.getString("kind").equals("payment")) {
                        shown.put("scopes", MockJson.read(row.getString("scopes")));
                        shown.put("lines", MockJson.readExactly(row.getString("sold")));
                        shown.put("links", MockJson.read(row.getString("links")));
                        Optional.ofNullable(row.getString("details_url"))
                                .filter(url -> !url.isEmpty())
                                .ifPresent(url -> shown.put("detailsUrl", url));
                    }
                    var actions = actionsFor(row.getString("kind"));
                    shown.put("actions", actions);
                    return new Item(row.getString("item_id"), phone, actions, shown);
                })
                .list();
    }

    private static List<String> actionsFor(String kind) {
        return switch (kind) {
            case "consent" -> List.of("grant", "deny");
            case "payment" -> List.of("approve", "postpone", "reject");
            default -> List.of("pay", "accept", "reject");
        };
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

    /** Where a payment stands by the word of the service; a payment that waits goes on waiting. */
    private static Optional<String> stateOf(MockReply reply) {
        var isUnderWay = MockJson.read(reply.text()).path("error_code").asText().equals("10506");
        if (reply.status() == 409 && !isUnderWay || reply.status() == 404) {
            return Optional.of("closed");
        }
        var status = MockJson.read(reply.text()).path("status").asText();
        return Optional.of(status.toLowerCase(Locale.ROOT))
                .filter(state -> reply.status() == 200 && !state.isEmpty() && !state.equals("created"));
    }

    /** The list of this name as it came; an empty one if there is none. */
    private static String list(JsonNode push, String name) {
        return push.path(name).isArray() ? push.path(name).toString() : "[]";
    }

    private static Optional<String> actionOf(String phone, boolean isPayment) {
        if (phone.equals("+4577007703") || phone.matches("\\+4572[0-9]{6}")) {
            return Optional.of(isPayment ? "approve" : "pay");
        }
        return switch (phone) {
            case "+4577007704" -> Optional.of("reject");
            case "+4577007705" -> Optional.of("accept").filter(action -> !isPayment);
            default -> Optional.empty();
        };
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
