package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.page.HostedCardVisit;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.ShownPaymentInvoice;
import io.caravan.core.paymentinvoice.CheckoutLink;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.ServiceChoice;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.TooMany;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The page of a payment invoice: reads its requests and draws it. Every request is a visit first. */
public final class HostedPages {

    private static final String TEMPLATE = "hosted";

    private final Drawing drawing;
    private final Guesses guesses;
    private final HostedView view;
    private final String baseUrl;

    /** @param baseUrl under which pages are reached, without a slash at the end */
    public HostedPages(Drawing drawing, Guesses guesses, Onward onward, String baseUrl) {
        this.baseUrl = baseUrl;
        this.drawing = drawing;
        this.guesses = guesses;
        this.view = new HostedView(onward);
    }

    /**
     * Whatever is missing in the request is null.
     *
     * @param asked the id as it stands in the query
     * @param named the id as it stands in the path
     */
    public PageVisit readVisit(
            String asked, String named, String lang, String acceptLanguage, String address, String path) {
        return PageVisit.of(named == null ? asked : named, null, lang, acceptLanguage, address, path);
    }

    /**
     * What the address names.
     *
     * @throws PageRefused UNKNOWN if it cannot be a page of ours, TOO_MANY_GUESSES
     */
    public PaymentInvoiceId readId(PageVisit visit) {
        if (guesses.tooMany(visit.address())) {
            throw new PageRefused(Reason.TOO_MANY_GUESSES);
        }
        return PaymentInvoiceId.parse(visit.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
    }

    /** Whether the address is that of a page, and not a shop's link. */
    public boolean isPage(String query) {
        var parameters = parameters(query);
        return parameters.fields().containsKey("cpi") || !parameters.fields().containsKey("public_key");
    }

    /**
     * What a shop's link asks for.
     *
     * @throws PageRefused TOO_MANY_GUESSES
     * @throws InvalidInput what is wrong with it
     */
    public CheckoutLink readLink(String query, PageVisit visit) {
        if (guesses.tooMany(visit.address())) {
            throw new PageRefused(Reason.TOO_MANY_GUESSES);
        }
        return CheckoutLink.of(parameters(query).fields());
    }

    private static FormBody parameters(String query) {
        return FormBody.read(Objects.requireNonNullElse(query, "").getBytes(StandardCharsets.US_ASCII));
    }

    /** The way to pay that was chosen. */
    public ServiceChoice readChoice(byte[] body, PaymentInvoiceId id) {
        return new ServiceChoice(id, FormBody.read(body).field("service"));
    }

    /** What a payer confirms. */
    public ConfirmationDraft readConfirmation(byte[] body, PaymentInvoiceId id) {
        return ConfirmationForm.read(FormBody.read(body), id);
    }

    /** The wish to pay with a card. */
    public HostedCardVisit readCard(PaymentInvoiceId id, PageVisit visit) {
        return new HostedCardVisit(id, URI.create(baseUrl + "/hpp/" + id + "/return" + visit.query()));
    }

    /** The page as it is. */
    public Answer show(ShownPaymentInvoice page, PageVisit visit) {
        return draw(200, page, visit, ConfirmationForm.Given.NOTHING, true);
    }

    /** The page with what was typed into its form, and what is wrong with that. */
    public Answer showAgain(ShownPaymentInvoice page, PageVisit visit, byte[] body, InvalidInput faults) {
        return draw(422, page, visit, ConfirmationForm.Given.in(FormBody.read(body), faults), false);
    }

    /** Leads to the page. */
    public Answer showAnew(PageVisit visit) {
        return leadTo(visit.hosted(Optional.empty()));
    }

    /** Leads from a shop's link to the page. */
    public Answer showCreated(PaymentInvoice invoice, PageVisit visit) {
        return leadTo(visit.to(invoice.id().text()).hosted(Optional.empty()));
    }

    /** Whether the page would show something else by now, for the script on it. */
    public Answer showState(ShownPaymentInvoice page) {
        var json = "{\"state\":\"%s\",\"left\":%d}"
                .formatted(page.state(), page.left().toSeconds());
        return Drawing.safe(Answer.json(200, json.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Why there is no page, or the form was not taken.
     *
     * @param known null if it failed before the visit was read
     */
    public Answer showFailure(Throwable reason, PageVisit known) {
        return showFailure(PageFailure.of(reason), reason, known);
    }

    /** Why a shop's link leads to no page. */
    public Answer showLinkFailure(Throwable reason, PageVisit known) {
        return showFailure(PageFailure.ofLink(reason), reason, known);
    }

    private Answer showFailure(PageFailure failure, Throwable reason, PageVisit known) {
        var visit = Objects.requireNonNullElseGet(known, () -> PageVisit.of(null, null, null, null, null, null));
        if (failure == PageFailure.UNKNOWN && !visit.token().isEmpty()) {
            guesses.count(visit.address());
        }
        var fresh = PaymentInvoiceId.parse(visit.token()).map(id -> visit.hosted(Optional.empty()));
        var page = failure.draw(drawing, visit.language(), visit.root(), fresh, PageFailure.About.PAYMENT);
        return reason instanceof TooMany tooMany
                ? page.with(
                        "Retry-After",
                        String.valueOf(Math.max(1, tooMany.retryAfter().toSeconds())))
                : page;
    }

    private Answer draw(
            int status, ShownPaymentInvoice page, PageVisit visit, ConfirmationForm.Given given, boolean fresh) {
        var shown = view.of(page, visit, given, fresh);
        return drawing.page(status, TEMPLATE, visit.language(), visit.root(), shown);
    }

    private static Answer leadTo(String address) {
        return Drawing.safe(Answer.empty(303)).with("Location", address);
    }
}
