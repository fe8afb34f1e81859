package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PageToken;
import io.caravan.core.payment.PinAnswer;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The page of an invoice: reads its requests and draws it. Every request is a visit first, which names the language. */
public final class InvoicePages {

    private static final String TEMPLATE = "invoice";

    private final Drawing drawing;
    private final Guesses guesses;
    private final PayForm form;
    private final InvoiceView view;

    public InvoicePages(Drawing drawing, Guesses guesses, FormSeal seal, Onward onward) {
        this.drawing = drawing;
        this.guesses = guesses;
        this.form = new PayForm(seal);
        this.view = new InvoiceView(form, new PhoneView(seal), onward);
    }

    /** Whatever is missing in the request is null. */
    public PageVisit readVisit(
            String token, String prompt, String lang, String acceptLanguage, String address, String path) {
        return PageVisit.of(token, prompt, lang, acceptLanguage, address, path);
    }

    /**
     * What the address names.
     *
     * @throws PageRefused UNKNOWN if it cannot be a page of ours, TOO_MANY_GUESSES
     */
    public PageRequest readRequest(PageVisit visit) {
        return new PageRequest(token(visit), PromptId.parse(visit.prompt()));
    }

    /**
     * The visit, unless whoever makes it has followed too many links that do not exist.
     *
     * @throws PageRefused TOO_MANY_GUESSES
     */
    public PageVisit readLink(PageVisit visit) {
        if (guesses.tooMany(visit.address())) {
            throw new PageRefused(Reason.TOO_MANY_GUESSES);
        }
        return visit;
    }

    /** That it was written down that a page was seen. */
    public Answer showNothing() {
        return Drawing.safe(Answer.empty(204));
    }

    /**
     * What the form says.
     *
     * @throws PageRefused if it is no form of ours, or too old
     * @throws InvalidInput with the faults of its fields
     */
    public PromptRequest readForm(byte[] body, PageVisit visit) {
        return form.read(FormBody.read(body), token(visit), visit.address());
    }

    /**
     * The page as it is.
     *
     * @param provider the name of the one that the payer has chosen on the way here; null if there is none
     */
    public Answer show(InvoicePage page, PageVisit visit, String provider) {
        var shown = page.choosing(Optional.ofNullable(provider));
        return draw(shown, visit, Typed.in(shown), status(shown));
    }

    /** The page with what was typed into its form, and what is wrong with that. */
    public Answer showAgain(InvoicePage page, PageVisit visit, byte[] body, InvalidInput faults) {
        return draw(page, visit, Typed.in(FormBody.read(body), faults), 422);
    }

    /** The page with the PIN form once more, if that was wrong and another may be entered; else leads on. */
    public Answer showPin(InvoicePage page, PageVisit visit, PinAnswer answer) {
        if (answer.verdict() == PinAnswer.Verdict.WRONG && page.state() == PageState.ASKED) {
            return draw(page, visit, Typed.wrongPin(page, answer.triesLeft()), 422);
        }
        return Drawing.safe(Answer.empty(303))
                .with("Location", visit.root() + "i/" + visit.token() + "/payments/" + visit.prompt() + visit.query());
    }

    /**
     * What a document of the invoice says.
     *
     * @throws PageRefused UNKNOWN if the link has expired
     */
    public InvoiceDetails document(InvoicePage page) {
        return page.details();
    }

    /** Leads on to the page that waits for the payer's answer. */
    public Answer showPrompted(Prompt prompt, PageVisit visit) {
        return Drawing.safe(Answer.empty(303))
                .with("Location", visit.root() + "i/" + visit.token() + "/prompts/" + prompt.id() + visit.query());
    }

    /** Whether the page would show something else by now, for the script on it. */
    public Answer showState(InvoicePage page) {
        var json = "{\"state\":\"%s\",\"left\":%d}"
                .formatted(page.state(), InvoiceView.left(page).toSeconds());
        return Drawing.safe(Answer.json(200, json.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Why there is no page, or the form was not taken.
     *
     * @param known null if it failed before the visit was read
     */
    public Answer showFailure(Throwable reason, PageVisit known) {
        var failure = PageFailure.of(reason);
        var visit = Objects.requireNonNullElseGet(known, () -> readVisit(null, null, null, null, null, null));
        if (failure == PageFailure.UNKNOWN) {
            guesses.count(visit.address());
        }
        return failure.draw(
                drawing, visit.language(), visit.root(), Optional.of(visit.page()), PageFailure.About.INVOICE);
    }

    private Answer draw(InvoicePage page, PageVisit visit, Typed typed, int status) {
        return drawing.page(status, TEMPLATE, visit.language(), visit.root(), view.of(page, visit, typed));
    }

    private PageToken token(PageVisit visit) {
        if (guesses.tooMany(visit.address())) {
            throw new PageRefused(Reason.TOO_MANY_GUESSES);
        }
        return PageToken.parse(visit.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
    }

    private static int status(InvoicePage page) {
        return page.state() == PageState.EXPIRED && !page.offer().watched() ? 410 : 200;
    }
}
