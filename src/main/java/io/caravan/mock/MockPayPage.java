package io.caravan.mock;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The acquirer's payment page, as payers see it. It works without scripts. */
public final class MockPayPage {

    private static final String STYLE =
            """
            :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1d2733; background: #eef1f5 }
            * { box-sizing: border-box } body { margin: 0; padding: 2rem 1rem; min-height: 100vh }
            main { max-width: 26rem; margin: 0 auto; background: #fff; border: 1px solid #d8dee6; border-radius: 1rem;
                overflow: hidden; box-shadow: 0 .6rem 2rem rgba(29, 39, 51, .08) }
            header { background: #1d2733; color: #fff; padding: 1.4rem 1.5rem 1.5rem }
            header p { margin: 0; color: #b9c4d2; font-size: .9rem; overflow-wrap: anywhere }
            .brand { display: flex; align-items: center; gap: .5rem; font-weight: 600; color: #fff; margin-bottom: 1.2rem }
            .brand span { margin-left: auto; background: #ecd9a0; color: #4b3a06; border-radius: 1rem; padding: .05rem .6rem;
                font-size: .75rem; font-weight: 650 }
            h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .2rem; font-weight: 650 }
            h2 { font-size: 1.05rem; margin: 0 0 .8rem }
            section { padding: 1.5rem } section + section { border-top: 1px solid #e6eaef }
            label { display: block; font-size: .85rem; font-weight: 600; color: #3c4856; margin-bottom: .9rem }
            input { display: block; width: 100%; font: inherit; font-weight: 400; color: inherit; margin-top: .3rem;
                padding: .65rem .8rem; border: 1px solid #b9c4d2; border-radius: .6rem; background: #fff }
            input::placeholder { color: #8a96a5 } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .9rem }
            .code { font-size: 1.5rem; letter-spacing: .5rem; text-align: center }
            input:focus, button:focus-visible, a:focus-visible { outline: 3px solid #a9c0f5; outline-offset: 1px;
                border-color: #2b5bd7 }
            button, .go { display: block; width: 100%; font: inherit; font-weight: 600; text-align: center; border: 0;
                border-radius: .6rem; padding: .75rem 1rem; cursor: pointer; background: #2b5bd7; color: #fff;
                text-decoration: none }
            button:hover, .go:hover { background: #234cb8 }
            .try { display: flex; justify-content: space-between; gap: 0 .6rem; background: #f5f7fa; color: #1d2733;
                font-weight: 400; font-size: .9rem; padding: .55rem .8rem; margin-top: .5rem }
            .try:hover { background: #e7ecf4 } .try b { font-weight: 600; white-space: nowrap }
            .try span { white-space: nowrap } .try span, .quiet { color: #5a6675 } .quiet { font-size: .9rem; margin: 0 0 1rem }
            .leave { background: none; color: #9a2c2c; padding: .3rem } .leave:hover { background: none;
                text-decoration: underline }
            @media (max-width: 26rem) { .try { flex-direction: column; align-items: flex-start } }
            .problem { background: #fdeceb; border: 1px solid #f0c2bf; color: #8c1d18; border-radius: .6rem;
                padding: .6rem .9rem; margin: 0 0 1.2rem }
            """;

    private final PspBooks books;

    public MockPayPage(MockMemory memory) {
        this.books = new PspBooks(memory.jdbc());
    }

    /** The page of a session, as far as its payer has come. */
    public MockReply show(String session) {
        return books.payment(session)
                .filter(PspPayment::isSession)
                .map(payment -> MockReply.html(page(payment)))
                .orElseGet(() -> new MockReply(404, "text/html;charset=utf-8", lost(), ""));
    }

    private static String page(PspPayment payment) {
        var body =
                switch (payment.status()) {
                    case OPEN -> payment.asksCode() ? codeForm(payment) : cardForm(payment);
                    case AUTHORIZED, CHARGED -> end(payment, "Thank you, that is paid", "Nothing more is to be done.");
                    case DECLINED, EXPIRED_CARD -> end(payment, "The payment did not work", payment.problem() + ".");
                    case ABANDONED -> end(payment, "You have left this payment", "Nothing has been paid.");
                    case EXPIRED -> end(payment, "This payment took too long", "Nothing has been paid.");
                };
        return frame(
                "Pay " + money(payment),
                "<h1>%s</h1><p>%s</p>".formatted(money(payment), escape(payment.text())),
                body);
    }

    private static String cardForm(PspPayment payment) {
        return """
                <section>%s<form method="post" action="%s">
                <label>Card number<input name="card" inputmode="numeric" autocomplete="off" maxlength="23" required autofocus
                placeholder="%s"></label>
                <div class="pair"><label>Expires<input name="expires" placeholder="12 / 30" autocomplete="off" maxlength="7"></label>
                <label>Security code<input name="cvc" placeholder="123" inputmode="numeric" autocomplete="off" maxlength="4"></label>
                </div><button>Pay %s</button></form></section>
                <section><h2>Test cards</h2><p class="quiet">Press one to pay with it. Expiry and security code do not
                matter here.</p>%s</section>%s"""
                .formatted(
                        problem(payment),
                        action(payment, "pay"),
                        TestCard.PAYS.number(),
                        money(payment),
                        testCards(payment),
                        leave(payment));
    }

    private static String testCards(PspPayment payment) {
        return Arrays.stream(TestCard.values())
                .map(card ->
                        """
                        <form method="post" action="%s"><button class="try" name="card" value="%s"><b>%s</b><span>%s</span></button></form>"""
                                .formatted(action(payment, "pay"), card.number(), card.number(), card.description()))
                .collect(Collectors.joining());
    }

    private static String codeForm(PspPayment payment) {
        return """
                <section><h2>Your bank wants to know that it is you</h2>%s
                <p class="quiet">It has sent a code to your phone. In this sandbox the code is always %s.</p>
                <form method="post" action="%s"><label>Code<input class="code" name="code" inputmode="numeric" maxlength="8"
                autocomplete="one-time-code" required autofocus></label><button>Confirm</button></form></section>%s"""
                .formatted(problem(payment), TestCard.CODE, action(payment, "3ds"), leave(payment));
    }

    private static String leave(PspPayment payment) {
        return """
                <section><form method="post" action="%s"><button class="leave">Cancel and go back</button></form></section>"""
                .formatted(action(payment, "abandon"));
    }

    private static String end(PspPayment payment, String title, String text) {
        return """
                <section><h2>%s</h2><p class="quiet">%s</p><a class="go" href="%s">Go back</a></section>"""
                .formatted(escape(title), escape(text), escape(payment.wayBack()));
    }

    private static String problem(PspPayment payment) {
        return payment.problem().isEmpty()
                ? ""
                : "<p class=\"problem\" role=\"alert\">" + escape(payment.problem()) + ". "
                        + (payment.asksCode() ? "Please try again." : "Please try another card.") + "</p>";
    }

    private static String lost() {
        return frame(
                "No such payment",
                "<h1>No such payment</h1>",
                "<section><p class=\"quiet\">Perhaps the address is not complete.</p></section>");
    }

    private static String frame(String title, String head, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>%s</style></head><body><main>
                <header><div class="brand">Card payment<span>sandbox</span></div>%s</header>%s</main></body></html>"""
                .formatted(escape(title), STYLE, head, body);
    }

    private static String action(PspPayment payment, String act) {
        return "/mock/psp/payments/" + escape(payment.id()) + "/" + act;
    }

    private static String money(PspPayment payment) {
        return money(payment.amount(), payment.currency());
    }

    /** Minor units as people write them. */
    static String money(long minor, String currency) {
        try {
            var digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return BigDecimal.valueOf(minor, Math.max(0, digits)).toPlainString() + " " + currency;
        } catch (IllegalArgumentException e) {
            return minor + " " + escape(currency) + " (minor units)";
        }
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
