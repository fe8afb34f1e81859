package io.caravan.web.page;

import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceSums;
import io.caravan.core.invoice.RedirectUrl;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.notice.Channel;
import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PhoneCharge;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Billing;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Payment;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of an invoice's page is given: texts, and nothing that decides anything. */
final class InvoiceView {

    private final PayForm form;
    private final PhoneView phone;
    private final Onward onward;

    InvoiceView(PayForm form, PhoneView phone, Onward onward) {
        this.form = form;
        this.phone = phone;
        this.onward = onward;
    }

    /** How long the page still waits for the payer. */
    static Duration left(InvoicePage page) {
        return page.prompt().map(prompt -> prompt.left(page.now())).orElse(Duration.ZERO);
    }

    Map<String, Object> of(InvoicePage page, PageVisit visit, Typed typed) {
        var figures = new Figures(visit.language());
        var view = new HashMap<String, Object>();
        view.put("state", page.state().name());
        view.put("title", title(page, visit.language()));
        view.put("languages", PageLanguages.of(visit));
        view.put("page", visit.page());
        view.put("issuer", issuer(page.issuer(), visit));
        view.put("bill", bill(page, visit, figures));
        view.put("story", story(page, visit.language()));
        view.put("prompted", prompted(page, visit));
        view.put("redirect", redirect(page));
        view.put("close", close(page));
        view.put(
                "form",
                hasForm(page) && page.offer().shows(Channel.PUSH) ? form(page, visit, typed, figures) : Map.of());
        view.put("card", hasForm(page) && page.offer().shows(Channel.PSP) ? card(page, visit) : Map.of());
        view.put(
                "phoneBill",
                hasForm(page) && page.offer().shows(Channel.CARRIER)
                        ? phone.form(page, visit, typed.bill())
                        : Map.of());
        view.put(
                "otherWays",
                page.offer().chosen().isPresent() && page.offer().ways().size() > 1);
        view.put("asked", phone.asked(page, visit, typed.bill()));
        view.put("seen", page.offer().watched() ? visit.root() + "i/" + visit.token() + "/seen" : "");
        return view;
    }

    private static String title(InvoicePage page, Language language) {
        return switch (page.state()) {
            case OPEN -> Words.text(language, "title", page.issuer().name());
            case EXPIRED -> Words.text(language, "state.EXPIRED");
            default ->
                Words.text(language, "state." + page.state()) + " – "
                        + page.issuer().name();
        };
    }

    private static Map<String, Object> issuer(Issuer issuer, PageVisit visit) {
        var address = issuer.address();
        var place = (address.zipCode() + " " + address.city()).strip();
        return Map.of(
                "name", issuer.name(),
                "address",
                        Stream.of(address.street(), place)
                                .filter(line -> !line.isBlank())
                                .collect(Collectors.joining(", ")),
                "logo", visit.root() + "api/v1/invoiceissuers/" + issuer.id() + "/logo");
    }

    private static Map<String, Object> bill(InvoicePage page, PageVisit visit, Figures figures) {
        var draft = page.invoice().draft();
        var document = draft.document();
        var currency = draft.total().currency();
        var bill = new HashMap<String, Object>();
        bill.put("number", document.invoiceNumber().orElse(""));
        bill.put("total", figures.money(draft.total().amount(), currency));
        bill.put(
                "vat",
                InvoiceSums.of(document)
                        .vat()
                        .map(vat -> figures.money(vat, currency))
                        .orElse(""));
        bill.put("due", page.offer().watched() ? "" : figures.day(draft.dueDate()));
        bill.put("issued", document.issueDate().map(figures::day).orElse(""));
        bill.put("paid", page.invoice().paymentDate().map(figures::day).orElse(""));
        bill.put("comment", document.comment().orElse(""));
        bill.put("pdf", visit.pdf());
        bill.put("url", document.invoiceUrl().orElse(""));
        bill.put("host", document.invoiceUrl().map(InvoiceView::host).orElse(""));
        bill.put(
                "lines",
                document.articles().stream()
                        .map(article -> line(article, page.invoice(), figures))
                        .toList());
        return bill;
    }

    private static Map<String, Object> line(Article article, Invoice invoice, Figures figures) {
        var currency = invoice.draft().total().currency();
        var each = article.pricePerUnit().map(price -> figures.money(price, currency));
        var many = article.quantity().map(quantity -> figures.number(quantity));
        return Map.of(
                "text", article.description(),
                "detail",
                        many.flatMap(quantity -> each.map(price -> quantity + " × " + price))
                                .orElse(""),
                "amount",
                        article.totalPriceIncludingVat()
                                .map(price -> figures.money(price, currency))
                                .orElse(""));
    }

    /** What has happened to attempts so far. */
    private static Map<String, Object> story(InvoicePage page, Language language) {
        var figures = new Figures(language);
        return Map.of(
                "scheduled", page.scheduled().map(figures::day).orElse(""),
                "refusal",
                        refusedBill(page)
                                .map(bill -> BillingWords.of(bill, language))
                                .or(() ->
                                        page.refusal().map(reason -> Words.text(language, "reason." + reason(reason))))
                                .orElse(""),
                "bill", refusedBill(page).isPresent());
    }

    private static Optional<Billing> refusedBill(InvoicePage page) {
        return page.charge()
                .map(PhoneCharge::billing)
                .filter(bill -> page.state() == PageState.REFUSED && bill.stage() == BillingStage.REFUSED);
    }

    static String reason(String providersWord) {
        return switch (providersWord) {
            case "declined", "expired_card" -> providersWord;
            default -> "other";
        };
    }

    private static Map<String, Object> prompted(InvoicePage page, PageVisit visit) {
        if (page.prompt().isEmpty() || visit.prompt().isEmpty()) {
            return Map.of("state", "", "phone", "", "clock", "", "seconds", 0);
        }
        var left = left(page);
        return Map.of(
                "state", visit.prompt() + "/state",
                "phone", page.prompt().map(Prompt::phone).map(Phone::hint).orElse(""),
                "clock", Figures.clock(left),
                "seconds", left.toSeconds());
    }

    /** The merchant's page, with what the visitor has done; empty if it has done nothing. */
    private Map<String, Object> redirect(InvoicePage page) {
        if (page.offer().watched()) {
            var url = Optional.of(page).filter(InvoiceView::hasEnded).flatMap(shown -> shown.offer()
                    .returnUrl());
            return onward.to(url, page.state() == PageState.PAID);
        }
        var status = page.prompt().flatMap(prompt -> switch (page.state()) {
            case PAID -> Optional.of("paid");
            case SCHEDULED -> Optional.of("accepted");
            default -> Optional.<String>empty();
        });
        var url = status.flatMap(done -> redirectUrl(page).map(known -> known.with(done)));
        return onward.to(url, true);
    }

    /** Whether the visitor has begun something that comes to nothing more here. */
    private static boolean hasEnded(InvoicePage page) {
        var begun = page.prompt().isPresent() || page.payment().isPresent();
        return begun
                && switch (page.state()) {
                    case PAID, REFUSED, EXPIRED, PAID_BY_ANOTHER -> true;
                    case OPEN,
                            SCHEDULED,
                            IN_PROGRESS,
                            REJECTED,
                            CANCELED,
                            WAITING,
                            TIMED_OUT,
                            DECLINED,
                            UNREACHABLE,
                            ASKED ->
                        page.payment().filter(InvoiceView::hasEnded).isPresent();
                };
    }

    private static boolean hasEnded(Payment payment) {
        return switch (payment.status()) {
            case FAILED, ABORTED, EXPIRED, TERMINATED -> true;
            case CREATED, AUTHORIZED -> false;
        };
    }

    /** The merchant's page, for somebody who has done nothing. */
    private static String close(InvoicePage page) {
        return page.state() == PageState.TIMED_OUT
                ? redirectUrl(page).map(RedirectUrl::url).orElse("")
                : "";
    }

    private static Optional<RedirectUrl> redirectUrl(InvoicePage page) {
        return page.invoice().draft().document().redirectUrl().map(RedirectUrl::new);
    }

    /** On the page itself, and where a phone has to be mended; elsewhere a link leads back to it. */
    private static boolean hasForm(InvoicePage page) {
        return page.state() == PageState.UNREACHABLE
                || page.prompt().isEmpty() && page.state().isPayable();
    }

    private Map<String, Object> form(InvoicePage page, PageVisit visit, Typed typed, Figures figures) {
        var id = PromptId.random();
        var number = page.invoice().number();
        var fields = new HashMap<String, Object>();
        fields.put("action", visit.page());
        fields.put("id", id.toString());
        fields.put("number", number);
        fields.put("seal", form.seal(page.token(), id, number));
        fields.put("country", page.merchant().country());
        fields.put("known", page.invoice().draft().phone().map(Phone::hint).orElse(""));
        fields.put("other", typed.otherPhone());
        fields.put("phone", typed.phone());
        fields.put("later", typed.later());
        fields.put("date", typed.date());
        fields.put("first", page.today().plusDays(1).toString());
        fields.put("last", page.invoice().lastDay().toString());
        fields.put("lastDay", figures.day(page.invoice().lastDay()));
        fields.put(
                "canWait",
                !page.offer().watched() && page.today().isBefore(page.invoice().lastDay()));
        fields.put("faults", typed.faults());
        return fields;
    }

    private Map<String, Object> card(InvoicePage page, PageVisit visit) {
        var id = PromptId.random();
        int number = page.invoice().number();
        return Map.of(
                "action",
                visit.root() + "i/" + visit.token() + "/card" + visit.query(),
                "id",
                id.toString(),
                "number",
                number,
                "seal",
                form.sealCard(page.token(), id, number),
                "skips",
                page.offer().chosen().isPresent());
    }

    private static String host(String url) {
        return Optional.ofNullable(URI.create(url).getHost()).orElse("");
    }
}
