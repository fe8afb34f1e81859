package io.caravan.web.page;

import io.caravan.core.money.Money;
import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.ShownPaymentInvoice;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.paymentinvoice.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the template of a payment invoice's page is given: texts, and nothing that decides anything. */
final class HostedView {

    /** What lives longer says when it ends, and counts no seconds. */
    private static final Duration COUNTED = Duration.ofHours(1);

    private final Onward onward;

    HostedView(Onward onward) {
        this.onward = onward;
    }

    /** @param fresh whether the page can be loaded anew without sending a form again */
    Map<String, Object> of(ShownPaymentInvoice page, PageVisit visit, ConfirmationForm.Given given, boolean fresh) {
        var language = visit.language();
        var isOpen = page.state() == HostedPageState.OPEN;
        var view = new HashMap<String, Object>();
        view.put("state", page.state().name());
        view.put("title", title(page, language));
        view.put("languages", PageLanguages.of(visit, other -> visit.hosted(Optional.of(other))));
        view.put("page", visit.hosted(Optional.empty()));
        view.put("shop", shop(page, visit));
        view.put("payment", payment(page, language));
        view.put("text", text(page, language));
        view.put("kind", page.service().map(service -> service.kind().name()).orElse(""));
        view.put("offers", offers(page, language));
        view.put("choose", visit.hosted("/service"));
        view.put("again", visit.hosted(paysByCard(page) ? "/card" : "/service"));
        view.put("chosen", page.service().map(Service::code).orElse(""));
        var isShown = isOpen && page.invoice().requisites().isPresent();
        view.put("code", isShown ? code(page, visit) : Map.of());
        view.put("deeplink", isShown ? deeplink(page) : "");
        view.put("rows", isShown ? RequisiteRows.of(page, language) : List.of());
        view.put("card", isOpen && paysByCard(page) ? visit.hosted("/card") : "");
        view.put("refusal", refusal(page, language));
        view.put("confirm", ConfirmationForm.view(page, visit, given));
        view.put("poll", page.state().isOpen() && fresh ? visit.hosted("/state") : "");
        view.put("redirect", redirect(page));
        return view;
    }

    private static String title(ShownPaymentInvoice page, Language language) {
        var shop = page.merchant().name();
        return page.state().isOpen()
                ? Words.text(language, "pay.title", shop)
                : Words.text(language, "hpp.state." + page.state()) + " – " + shop;
    }

    private static Map<String, Object> shop(ShownPaymentInvoice page, PageVisit visit) {
        return Map.of(
                "name",
                page.merchant().name(),
                "logo",
                visit.root() + "api/v1/invoiceissuers/" + page.merchant().id() + "/logo");
    }

    private static Map<String, Object> payment(ShownPaymentInvoice page, Language language) {
        var figures = new Figures(language);
        var invoice = page.invoice();
        var isShort = page.left().compareTo(COUNTED) <= 0;
        var payment = new HashMap<String, Object>();
        payment.put("amount", money(page.payment().amount(), figures));
        payment.put("description", invoice.terms().description().orElse(""));
        payment.put("order", invoice.merchantReference().orElse(""));
        var ends = invoice.expiresAt().atZone(page.merchant().zone());
        payment.put("until", isShort ? "" : figures.moment(ends));
        payment.put("clock", isShort ? Figures.clock(page.left()) : "");
        payment.put("seconds", page.left().toSeconds());
        return payment;
    }

    /** What has happened, or is to happen; empty if the page itself says that. */
    private static String text(ShownPaymentInvoice page, Language language) {
        var figures = new Figures(language);
        var payment = page.payment();
        var shop = page.merchant().name();
        return switch (page.state()) {
            case CHOOSING, OPEN -> "";
            case PREPARING, CONFIRMED, FAILED, EXPIRED, WITHDRAWN ->
                Words.text(language, "hpp.text." + page.state(), "", shop);
            case PAID, PARTLY_PAID ->
                Words.text(
                        language,
                        "hpp.text." + page.state(),
                        money(payment.captured(), figures),
                        shop,
                        money(payment.amount(), figures));
            case PARTLY_REFUNDED, REFUNDED ->
                Words.text(language, "hpp.text." + page.state(), money(payment.refunded(), figures), shop);
        };
    }

    private static List<Map<String, String>> offers(ShownPaymentInvoice page, Language language) {
        return page.offers().stream()
                .map(service -> Map.of(
                        "code", service.code(),
                        "name", name(service, language),
                        "how", Words.text(language, "hpp.how." + service.kind())))
                .toList();
    }

    /** Two that differ by the reference only are told apart by it. */
    private static String name(Service service, Language language) {
        var kind = Words.text(language, "hpp.kind." + service.kind());
        return service.quotesCreditorReference() ? kind + " (RF)" : kind;
    }

    private static Map<String, Object> code(ShownPaymentInvoice page, PageVisit visit) {
        var texts = page.invoice().requisites().orElseThrow().texts();
        if (texts.containsKey("qr_payload")) {
            return Map.of("kind", "qr", "address", visit.root() + "hpp/" + visit.token() + "/qr.svg");
        }
        return texts.containsKey("barcode_payload")
                ? Map.of("kind", "barcode", "address", visit.root() + "hpp/" + visit.token() + "/barcode.svg")
                : Map.of();
    }

    private static boolean paysByCard(ShownPaymentInvoice page) {
        return page.payment().method() == PaymentMethod.PROVIDER_PAGE;
    }

    private static String refusal(ShownPaymentInvoice page, Language language) {
        return page.refusal()
                .filter(known -> page.state() == HostedPageState.OPEN)
                .map(reason -> Words.text(language, "reason." + InvoiceView.reason(reason)))
                .orElse("");
    }

    private static String deeplink(ShownPaymentInvoice page) {
        return Optional.ofNullable(
                        page.invoice().requisites().orElseThrow().texts().get("deeplink_url"))
                .flatMap(OutwardLink::of)
                .map(OutwardLink::url)
                .orElse("");
    }

    /** The shop's page. Browsers go there by themselves once there is nothing more to do here. */
    private Map<String, Object> redirect(ShownPaymentInvoice page) {
        var link = page.returnUrl().flatMap(OutwardLink::of);
        var byItself = page.state().leadsOn() && link.filter(OutwardLink::isWeb).isPresent();
        return onward.to(link.map(OutwardLink::url), byItself);
    }

    private static String money(Money money, Figures figures) {
        return figures.money(money.amount(), money.currency());
    }
}
