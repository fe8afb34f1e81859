package io.caravan.mock;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The carrier and the phones on whose bills it puts charges, as people see them. */
public final class MockCarrierPages {

    private final MockSubscribers subscribers;
    private final MockCarrier carrier;

    public MockCarrierPages(MockSubscribers subscribers, MockCarrier carrier) {
        this.subscribers = subscribers;
        this.carrier = carrier;
    }

    /** What waits for an answer, with buttons, and what has been. */
    public MockReply show() {
        var waiting = subscribers.pending().stream().map(MockCarrierPages::sms).collect(Collectors.joining());
        var done = carrier.newest(200).stream()
                .filter(one -> !one.isPending())
                .map(MockCarrierPages::card)
                .collect(Collectors.joining());
        var phones = Arrays.stream(CarrierPhone.values())
                .map(phone -> phone.number() + " " + phone.description())
                .collect(Collectors.joining("<br>"));
        return MockPages.page(
                "Carrier",
                (waiting.isEmpty() ? "<p class=\"empty\">No SMS waits for an answer</p>" : waiting)
                        + "<h1>What it has billed</h1>" + (done.isEmpty() ? "<p class=\"empty\">Nothing yet</p>" : done)
                        + "<h1>Phones that do something of their own</h1><p class=\"quiet\">" + phones + "</p>");
    }

    /** Replies to an SMS; a browser is shown the page again. */
    public MockReply reply(String phone, String id, String answer, String path, String accept) {
        var reply = subscribers.reply(phone, id, answer, path);
        return MockPages.isBrowser(accept) ? MockReply.redirect("/mock/carrier") : reply;
    }

    private static String sms(CarrierTransaction one) {
        var action = "/mock/carrier/phones/" + one.recipient().replace("+", "%2B") + "/" + one.transactionId();
        var ok = one.byReply() ? button(action, "ok", "<button class=\"pay\">Reply OK</button>") : "";
        var no = button(action, "no", "<button class=\"reject\">Reply NO</button>");
        return "<div class=\"card\"><b>" + escape(one.recipient()) + "</b><p>" + escape(MockSubscribers.text(one))
                + "</p>" + ok + no + "</div>";
    }

    private static String button(String action, String answer, String button) {
        return "<form method=\"post\" action=\"%s/%s\">%s</form>".formatted(escape(action), answer, button);
    }

    private static String card(CarrierTransaction one) {
        return "<div class=\"card\"><b>%s</b> <span class=\"%s\">%s, %s</span><div>%s</div><div class=\"quiet\">%s</div></div>"
                .formatted(
                        MockPayPage.money(one.amount(), one.currency()),
                        one.billed() ? "good" : "bad",
                        escape(one.status()),
                        escape(one.detail()),
                        escape(one.text()),
                        escape(one.recipient() + ", " + one.id() + " for " + one.correlationId()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
