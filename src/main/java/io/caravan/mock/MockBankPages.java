package io.caravan.mock;

import io.caravan.mock.BankBooks.Expected;
import io.caravan.mock.BankBooks.Transfer;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The bank as people see it: payments that are expected, with buttons for what their payers do, and what has come. */
public final class MockBankPages {

    private final MockBank bank;

    public MockBankPages(MockBank bank) {
        this.bank = bank;
    }

    public MockReply show() {
        var expected = bank.expected().stream().map(MockBankPages::card).collect(Collectors.joining());
        var come = bank.newest().stream().map(MockBankPages::line).collect(Collectors.joining());
        return MockPages.page(
                "Bank",
                (expected.isEmpty() ? "<p class=\"empty\">No payment is expected</p>" : expected) + form()
                        + "<h1>What has come</h1>" + (come.isEmpty() ? "<p class=\"empty\">Nothing yet</p>" : come));
    }

    /** What a payer does: {@code paid}, {@code less}, {@code more} or {@code never}. */
    public MockReply act(String reference, String action, String path, String accept) {
        var found = bank.quoted(reference);
        if (found.isEmpty()) {
            return MockReply.problem(404, "No payment with this reference is expected");
        }
        var expected = found.get();
        var reply =
                switch (action) {
                    case "paid" -> pay(expected, expected.amount(), path);
                    case "less" -> pay(expected, Math.max(1, expected.amount() / 2), path);
                    case "more" -> pay(expected, expected.amount() + 100, path);
                    case "never" -> bank.refuse(reference, "declined", path);
                    default -> MockReply.problem(404, "paid, less, more or never");
                };
        return MockPages.isBrowser(accept) ? MockReply.redirect("/mock/bank") : reply;
    }

    private MockReply pay(Expected expected, long amount, String path) {
        var transfer = new LinkedHashMap<String, Object>();
        transfer.put("reference", expected.reference());
        transfer.put("amount", CarrierOrder.price(amount, expected.currency()));
        transfer.put("currency", expected.currency());
        return bank.transfer(MockJson.write(transfer), path);
    }

    /** For payments of which the bank does not know before they are paid. */
    private static String form() {
        return """
                <h1>A transfer</h1><form id="transfer"><input name="reference" placeholder="Reference" required>
                <input name="amount" placeholder="Amount" required><input name="currency" placeholder="EUR" required>
                <button class="pay">Transfer</button></form>
                <script>document.getElementById('transfer').addEventListener('submit', async event => {
                  event.preventDefault();
                  const said = Object.fromEntries(new FormData(event.target));
                  said.amount = Number(said.amount);
                  await fetch('/mock/bank/transfers', {method: 'POST', headers: {'Content-Type': 'application/json'},
                    body: JSON.stringify(said)});
                  location.reload();
                });</script>""";
    }

    private static String card(Expected one) {
        var action = "/mock/bank/payments/" + escape(one.reference());
        return "<div class=\"card\"><b>%s</b><div>%s</div><div class=\"quiet\">%s, confirmed with %s</div>%s%s%s%s</div>"
                .formatted(
                        MockPayPage.money(one.amount(), one.currency()),
                        escape(one.reference()),
                        escape(one.service()),
                        escape(one.confirmation()),
                        button(action, "paid", "<button class=\"pay\">Paid</button>"),
                        button(action, "less", "<button>Paid less</button>"),
                        button(action, "more", "<button>Paid more</button>"),
                        button(action, "never", "<button class=\"reject\">Never</button>"));
    }

    private static String button(String action, String name, String button) {
        return "<form method=\"post\" action=\"%s/%s\">%s</form>".formatted(action, name, button);
    }

    private static String line(Transfer one) {
        return "<div class=\"card\"><b>%s</b><div>%s</div><div class=\"quiet\">%s</div></div>"
                .formatted(
                        MockPayPage.money(one.amount(), one.currency()),
                        escape(one.reference()),
                        escape(one.sender() + ", " + one.id()));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
