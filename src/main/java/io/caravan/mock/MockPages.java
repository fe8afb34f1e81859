package io.caravan.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.web.util.HtmlUtils;

/** The mocks as people see them. */
public final class MockPages {

    private static final String STYLE =
            """
            :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1d2733; background: #eef1f5 }
            body { margin: 0 auto; max-width: 60rem; padding: 1.5rem }
            h1 { font-size: 1.5rem; margin: 0 0 1rem } a { color: #2b5bd7 } nav { margin-bottom: 1.5rem }
            nav a { margin-right: 1rem }
            .phone { max-width: 24rem; margin: 0 auto; background: #fff; border: .6rem solid #1d2733; border-radius: 2.2rem;
                padding: 1.2rem 1rem 2rem; min-height: 30rem }
            .phone h1 { font-size: 1.1rem; text-align: center; color: #5a6675 }
            .card { background: #fff; border: 1px solid #d8dee6; border-radius: .8rem; padding: 1rem; margin: 0 0 1rem }
            .amount { font-size: 1.7rem; font-weight: 650; margin: .3rem 0 } .quiet { color: #5a6675; font-size: .9rem }
            button { font: inherit; font-weight: 600; border: 0; border-radius: .6rem; padding: .6rem 1.2rem; cursor: pointer }
            .pay { background: #2b5bd7; color: #fff } .reject { background: #eef1f5; color: #9a2c2c; margin-left: .5rem }
            .card img { width: 3rem; height: 3rem; object-fit: cover; border-radius: .5rem; vertical-align: middle }
            .card table { width: 100%; border-collapse: collapse } .card td + td { text-align: right; white-space: nowrap }
            form { display: inline } .empty { text-align: center; color: #5a6675; margin-top: 6rem }
            .note { background: #fff6df; border: 1px solid #ecd9a0; border-radius: .6rem; padding: .6rem .9rem }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; margin: .5rem 0 0 }
            .good { color: #1c7a3f; font-weight: 600 } .bad { color: #b3261e; font-weight: 600 }
            """;

    /** What a payer can do, and the form for it. */
    private static final Map<String, String> WAYS = new TreeMap<>(Map.of(
            "pay", "<button class=\"pay\">Pay</button>",
            "accept",
                    "<label>Pay on <input type=\"date\" name=\"paymentDate\" value=\"%s\" required></label> <button>Accept</button>",
            "reject", "<button class=\"reject\">Reject</button>",
            "grant", "<button class=\"pay\">I agree</button>",
            "deny", "<button class=\"reject\">Not now</button>",
            "approve", "<button class=\"pay\">Pay</button>",
            "postpone", "<button>Later</button>"));

    private static final Map<String, String> DONE = Map.of(
            "pay",
            "Paid.",
            "accept",
            "Accepted.",
            "reject",
            "Rejected.",
            "grant",
            "Granted.",
            "deny",
            "Denied.",
            "approve",
            "Approved.",
            "postpone",
            "It waits.");

    private final MockWallet wallet;
    private final MockLedger ledger;
    private final MockMerchant merchant;

    public MockPages(MockWallet wallet, MockLedger ledger, MockMerchant merchant) {
        this.wallet = wallet;
        this.ledger = ledger;
        this.merchant = merchant;
    }

    public MockReply start() {
        return page(
                "The sandbox's outside world",
                """
                <div class="card"><a href="/mock/wallet">Phones</a><div class="quiet">What waits in a payer's wallet, with buttons
                to answer it</div></div>
                <div class="card"><a href="/mock/sms">SMS</a><div class="quiet">What two gateways have sent to phones</div></div>
                <div class="card"><a href="/mock/psp">Payment provider</a><div class="quiet">Everything that it believes it
                has done</div></div>
                <div class="card"><a href="/mock/carrier">Carrier</a><div class="quiet">SMS that wait for a reply, and what is on
                phone bills</div></div>
                <div class="card"><a href="/mock/bank">Bank</a><div class="quiet">Payments that are expected, and transfers that
                have come</div></div>
                <div class="card"><a href="/mock/merchant">Merchant</a><div class="quiet">The callbacks that came, and whether
                their signatures are right</div></div>
                """);
    }

    public MockReply phones() {
        var phones = Map.of(
                "+4577007700", "does nothing until told",
                "+4577007701", "has an expired card",
                "+4577007703", "pays by itself after 2 s",
                "+4577007704", "rejects by itself after 2 s",
                "+4577007705", "schedules the due date by itself after 2 s");
        var list = phones.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(phone ->
                        "<div class=\"card\"><a href=\"/mock/wallet/%s\">%s</a><div class=\"quiet\">%s</div></div>"
                                .formatted(phone.getKey().replace("+", "%2B"), phone.getKey(), phone.getValue()))
                .collect(Collectors.joining());
        return page("Phones", list);
    }

    /** What waits on a phone: a page for a browser, JSON for everybody else. */
    public MockReply phone(String phone, String accept) {
        return isBrowser(accept) ? phonePage(normal(phone), "") : wallet.waiting(normal(phone));
    }

    /** Presses a button; a browser is shown the phone again. */
    public MockReply press(String phone, String item, String action, String body, String accept) {
        var reply = wallet.press(normal(phone), item, action, isBrowser(accept) ? choice(action, body) : body);
        if (!isBrowser(accept)) {
            return reply;
        }
        var note = reply.status() == 200
                ? DONE.getOrDefault(action, "Done.")
                : "That did not work: the service answered " + reply.status() + ".";
        return phonePage(normal(phone), "<p class=\"note\">" + note + "</p>");
    }

    /** The newest operations of the acquirer. */
    public MockReply payments() {
        var rows = ledger.newest(200).stream().map(MockPages::card).collect(Collectors.joining());
        return page("Payment provider", rows.isEmpty() ? "<p class=\"empty\">No payment yet</p>" : rows);
    }

    public MockReply callbacks() {
        var rows = merchant.received("").stream()
                .map(callback ->
                        "<div class=\"card\"><b>%s %s</b> <span class=\"%s\">%s</span><div class=\"quiet\">%s</div><pre>%s</pre></div>"
                                .formatted(
                                        escape(callback.get("method")),
                                        escape(callback.get("path")),
                                        Boolean.TRUE.equals(callback.get("signatureValid")) ? "good" : "bad",
                                        Boolean.TRUE.equals(callback.get("signatureValid"))
                                                ? "signature valid"
                                                : "signature not valid",
                                        escape(callback.get("at")),
                                        escape(callback.get("body"))))
                .collect(Collectors.joining());
        return page("Merchant", rows.isEmpty() ? "<p class=\"empty\">No callback yet</p>" : rows);
    }

    private MockReply phonePage(String phone, String note) {
        var items = wallet.items(phone).stream().map(MockPages::card).collect(Collectors.joining());
        return page(
                "Phone " + phone,
                "<div class=\"phone\"><h1>%s</h1>%s%s</div>"
                        .formatted(
                                escape(phone),
                                note,
                                items.isEmpty() ? "<p class=\"empty\">Nothing waits here</p>" : items));
    }

    private static String card(MockWallet.Item item) {
        var shown = item.shown();
        var buttons = WAYS.entrySet().stream()
                .filter(way -> item.actions().contains(way.getKey()))
                .map(way -> "<form method=\"post\" action=\"/mock/wallet/%s/%s/%s\">%s</form>"
                        .formatted(
                                item.phone().replace("+", "%2B"),
                                escape(item.id()),
                                way.getKey(),
                                way.getValue().formatted(escape(shown.getOrDefault("paymentDate", "")))))
                .collect(Collectors.joining());
        return """
                <div class="card"><div>%s</div><div class="amount">%s %s</div>
                <div class="quiet">%s · %s</div>%s<p>%s</p></div>"""
                .formatted(
                        escape(shown.get("title")),
                        escape(shown.get("amount")),
                        escape(shown.get("currency")),
                        escape(item.isPayment() ? "From " + shown.get("merchant") : "Due " + shown.get("dueDate")),
                        escape(shown.get("reference")),
                        lines(shown) + links(shown) + scopes(shown),
                        buttons);
    }

    private static String lines(Map<String, Object> shown) {
        var rows = list(shown, "lines")
                .map(line -> "<tr><td>%s</td><td>%s %s</td></tr>"
                        .formatted(
                                escape(line.path("name").asText()),
                                escape(line.path("amount").decimalValue().setScale(2, RoundingMode.HALF_UP)),
                                escape(line.path("currency").asText())))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "<table>" + rows + "</table>";
    }

    /** All links; the one to details only if there are no others. */
    private static String links(Map<String, Object> shown) {
        var links = list(shown, "links").map(MockPages::link).collect(Collectors.joining());
        return links.isEmpty() && shown.containsKey("detailsUrl")
                ? link("", shown.get("detailsUrl"), "See details")
                : links;
    }

    private static String link(JsonNode link) {
        var image = link.path("imageUrl").asText();
        return link(
                image.isEmpty() ? "" : "<img src=\"%s\" alt=\"\"> ".formatted(escape(image)),
                link.path("url").asText(),
                link.path("category").asText().replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private static String link(String picture, Object url, String text) {
        return "<p>%s<a href=\"%s\" rel=\"noreferrer\">%s</a></p>".formatted(picture, escape(url), escape(text));
    }

    private static Stream<JsonNode> list(Map<String, Object> shown, String name) {
        return shown.get(name) instanceof JsonNode list
                ? StreamSupport.stream(list.spliterator(), false)
                : Stream.empty();
    }

    private static String scopes(Map<String, Object> shown) {
        var asked = list(shown, "scopes").map(JsonNode::asText).collect(Collectors.joining(", "));
        return asked.isEmpty() ? "" : "<div class=\"quiet\">The shop will see: %s</div>".formatted(escape(asked));
    }

    private static String card(PspOperation operation) {
        return """
                <div class="card"><b>%s</b> %s<div>%s</div><div class="quiet">%s<br>%s for %s</div></div>"""
                .formatted(
                        MockPayPage.money(operation.amount(), operation.currency()),
                        status(operation),
                        escape(
                                operation.reason().isEmpty()
                                        ? operation.request().path("text").asText()
                                        : operation.reason()),
                        escape(operation.at().truncatedTo(ChronoUnit.SECONDS)),
                        escape(operation.id()),
                        escape(operation.reference()));
    }

    private static String status(PspOperation operation) {
        if (operation.status().equals("open")) {
            return "<a href=\"/mock/psp/sessions/%s\">open</a>".formatted(escape(operation.payment()));
        }
        return "<span class=\"%s\">%s</span>"
                .formatted(
                        operation.isDone() ? "good" : "bad",
                        escape(operation.status().replace('_', ' ')));
    }

    static MockReply page(String title, String body) {
        return MockReply.html(
                """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>%s</style></head><body>
                <nav><a href="/mock">Mocks</a><a href="/mock/wallet">Phones</a><a href="/mock/sms">SMS</a><a
                href="/mock/psp">Payment provider</a><a href="/mock/carrier">Carrier</a><a
                href="/mock/bank">Bank</a><a href="/mock/merchant">Merchant</a></nav><h1>%s</h1>%s</body></html>"""
                        .formatted(escape(title), STYLE, escape(title), body));
    }

    /** In a path, a plus sign may have been read as a blank. */
    private static String normal(String phone) {
        return phone.trim().startsWith("+") ? phone.trim() : "+" + phone.trim();
    }

    /** A form's day as the JSON that the service takes. */
    private static String choice(String action, String form) {
        var date = String.valueOf(form).replaceFirst("(?s)^paymentDate=([0-9-]*).*$", "$1");
        return action.equals("accept") ? MockJson.write(Map.of("paymentDate", date)) : "";
    }

    static boolean isBrowser(String accept) {
        return accept != null && accept.contains("text/html");
    }

    private static String escape(Object text) {
        return HtmlUtils.htmlEscape(String.valueOf(text));
    }
}
