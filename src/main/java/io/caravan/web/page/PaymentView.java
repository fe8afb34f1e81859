package io.caravan.web.page;

import io.caravan.core.order.Category;
import io.caravan.core.page.PaymentPageState;
import io.caravan.core.page.ShownPayment;
import io.caravan.core.payer.Phone;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.prompt.PaymentPrompt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the template of a payment's page is given: texts, and nothing that decides anything. */
final class PaymentView {

    /** A payment that lives longer says when it ends, and counts no seconds. */
    private static final Duration COUNTED = Duration.ofHours(1);

    /** What merchants may ask for, in the order in which pages say it. Who pays with any card shares nothing. */
    private static final List<String> SCOPES = List.of("name", "address", "email", "phoneNumber", "birthDate", "nin");

    private final PaymentForms forms;
    private final Onward onward;

    PaymentView(PaymentForms forms, Onward onward) {
        this.forms = forms;
        this.onward = onward;
    }

    /** @param fresh whether the page can be loaded anew without sending a form again */
    Map<String, Object> of(ShownPayment page, PageVisit visit, Typed typed, boolean fresh) {
        var view = new HashMap<String, Object>();
        view.put("state", page.state().name());
        view.put("title", title(page, visit.language()));
        view.put("languages", PageLanguages.of(visit));
        view.put("page", visit.payment());
        view.put("shop", shop(page, visit));
        view.put("payment", payment(page, visit));
        view.put("refusal", refusal(page, visit.language()));
        view.put(
                "prompted",
                page.prompt().map(PaymentPrompt::phone).map(Phone::hint).orElse(""));
        view.put("poll", !page.state().isFinal() && fresh ? poll(page, visit) : "");
        view.put("named", page.request().named());
        view.put("redirect", redirect(page));
        view.put("form", hasForm(page) && !page.request().terms().card() ? form(page, visit, typed) : Map.of());
        view.put("card", hasForm(page) && page.request().terms().card() ? card(page, visit) : Map.of());
        view.put("cancel", canCancel(page) ? cancel(page, visit) : Map.of());
        return view;
    }

    private static String title(ShownPayment page, Language language) {
        var shop = page.unit().name();
        return page.state() == PaymentPageState.OPEN
                ? Words.text(language, "pay.title", shop)
                : Words.text(language, "pay.state." + page.state()) + " – " + shop;
    }

    private static Map<String, Object> shop(ShownPayment page, PageVisit visit) {
        return Map.of(
                "name",
                page.unit().name(),
                "logo",
                visit.root() + "api/v1/invoiceissuers/" + page.merchant().id() + "/logo");
    }

    private static Map<String, Object> payment(ShownPayment page, PageVisit visit) {
        var figures = new Figures(visit.language());
        var amount = page.payment().amount();
        var terms = page.request().terms();
        var isShort = page.left().compareTo(COUNTED) <= 0;
        var counted = page.state() == PaymentPageState.WAITING ? page.waits() : page.left();
        var payment = new HashMap<String, Object>();
        payment.put("amount", figures.money(amount.amount(), amount.currency()));
        payment.put("description", terms.description().orElse(""));
        payment.put("reference", page.request().reference());
        payment.put("lines", SoldLines.of(page, figures));
        payment.put("links", links(page, visit));
        payment.put(
                "shares",
                terms.card()
                        ? List.of()
                        : SCOPES.stream().filter(terms.scopes()::contains).toList());
        payment.put(
                "until",
                isShort
                        ? ""
                        : figures.moment(page.request()
                                .expiresAt()
                                .atZone(page.merchant().zone())));
        payment.put("clock", isShort || page.state() == PaymentPageState.WAITING ? Figures.clock(counted) : "");
        payment.put("seconds", counted.toSeconds());
        return payment;
    }

    private static List<Map<String, String>> links(ShownPayment page, PageVisit visit) {
        var receipt = page.request()
                .terms()
                .receiptUrl()
                .flatMap(url -> link(url, Category.Kind.RECEIPT, "", visit.language()));
        var others = page.links().stream()
                .flatMap(link -> link(link.url(), link.kind(), image(link, visit), visit.language()).stream());
        return Stream.concat(receipt.stream(), others).toList();
    }

    private static Optional<Map<String, String>> link(String url, Category.Kind kind, String image, Language language) {
        return OutwardLink.of(url)
                .map(link ->
                        Map.of("url", link.url(), "text", Words.text(language, "pay.link." + kind), "image", image));
    }

    /** Where the picture beside it is; always the same, so that browsers keep it. */
    private static String image(Category link, PageVisit visit) {
        return link.image()
                .map(name -> visit.root() + "pay/" + visit.token() + "/images/" + link.id())
                .orElse("");
    }

    private static String refusal(ShownPayment page, Language language) {
        return page.refusal()
                .map(reason -> Words.text(language, "reason." + InvoiceView.reason(reason)))
                .orElse("");
    }

    private static String poll(ShownPayment page, PageVisit visit) {
        return visit.root() + "pay/" + visit.token()
                + page.prompt().map(prompt -> "/prompts/" + prompt.id()).orElse("") + "/state";
    }

    /** The shop's page. Browsers go there by themselves; an app opens only when its owner wants it. */
    private Map<String, Object> redirect(ShownPayment page) {
        var link = page.request()
                .terms()
                .returnUrl()
                .filter(known -> page.state().isFinal())
                .flatMap(OutwardLink::of);
        var byItself = page.state().leadsOn() && link.filter(OutwardLink::isWeb).isPresent();
        return onward.to(link.map(OutwardLink::url), byItself);
    }

    /** On the page itself, and where a phone has to be mended; elsewhere a link leads back to it. */
    private static boolean hasForm(ShownPayment page) {
        return page.state() == PaymentPageState.UNREACHABLE
                || page.prompt().isEmpty() && page.state().isPayable();
    }

    private static boolean canCancel(ShownPayment page) {
        return !page.away() && (page.state().isPayable() || page.state() == PaymentPageState.WAITING);
    }

    private Map<String, Object> form(ShownPayment page, PageVisit visit, Typed typed) {
        var known =
                Optional.of(page.request()).filter(request -> request.named()).flatMap(request -> request.phone());
        return Map.of(
                "action", visit.payment(),
                "hidden", forms.toAsk(page.token(), page.attempts()),
                "country", page.merchant().country(),
                "known", known.map(Phone::hint).orElse(""),
                "phone", typed.phone(),
                "faults", typed.faults(),
                "code", page.request().flow() == UserFlow.PUSH_MESSAGE ? "" : visit.payment("/qr.svg"));
    }

    private Map<String, Object> card(ShownPayment page, PageVisit visit) {
        return Map.of("action", visit.payment("/card"), "hidden", forms.toPayByCard(page.token()));
    }

    private Map<String, Object> cancel(ShownPayment page, PageVisit visit) {
        return Map.of("action", visit.payment("/cancel"), "hidden", forms.toCancel(page.token()));
    }
}
