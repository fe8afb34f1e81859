package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.id.Uuids;
import io.caravan.core.order.OrderImage;
import io.caravan.core.page.CardVisit;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.ImageVisit;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PaymentCancel;
import io.caravan.core.page.PaymentPageState;
import io.caravan.core.page.ShownPayment;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.PaymentPrompt;
import io.caravan.core.prompt.PaymentPromptRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The page of a payment: reads its forms and draws it. The visit that comes first is that of all pages. */
public final class PaymentPages {

    private static final String TEMPLATE = "payment";

    private final Drawing drawing;
    private final Guesses guesses;
    private final PaymentForms forms;
    private final PaymentView view;
    private final PaymentCodes codes;

    /** @param baseUrl under which pages are reached, without a slash at the end */
    public PaymentPages(Drawing drawing, Guesses guesses, FormSeal seal, Onward onward, String baseUrl) {
        this.drawing = drawing;
        this.guesses = guesses;
        this.forms = new PaymentForms(seal, baseUrl);
        this.view = new PaymentView(forms, onward);
        this.codes = new PaymentCodes(baseUrl);
    }

    /**
     * What the form says by which a payer is asked in the app.
     *
     * @throws PageRefused if it is no form of ours, or too old
     * @throws InvalidInput with the faults of its fields
     */
    public PaymentPromptRequest readForm(byte[] body, PageRequest page, PageVisit visit) {
        return forms.asked(FormBody.read(body), page.token(), visit.address());
    }

    /** What the form says that leads to the card acquirer; @throws PageRefused if it is no form of ours, or too old. */
    public CardVisit readCard(byte[] body, PageRequest page, PageVisit visit) {
        return forms.card(FormBody.read(body), page.token(), visit.query());
    }

    /** What the form says that ends the payment; @throws PageRefused if it is no form of ours, or too old. */
    public PaymentCancel readCancel(byte[] body, PageRequest page) {
        return forms.cancel(FormBody.read(body), page.token());
    }

    /** The page as it is. */
    public Answer show(ShownPayment page, PageVisit visit) {
        var unreachable = page.prompt()
                .filter(prompt -> page.state() == PaymentPageState.UNREACHABLE)
                .map(prompt -> prompt.phone().number());
        return draw(200, page, visit, Typed.phone(unreachable), true);
    }

    /** The page with what was typed into its form, and what is wrong with that. */
    public Answer showAgain(ShownPayment page, PageVisit visit, byte[] body, InvalidInput faults) {
        return draw(422, page, visit, Typed.in(FormBody.read(body), faults), false);
    }

    /** Leads on to the page that waits for the payer's answer. */
    public Answer showPrompted(PaymentPrompt prompt, PageVisit visit) {
        return leadTo(visit.payment("/prompts/" + prompt.id()));
    }

    /** Leads back to the page. */
    public Answer showAnew(PageVisit visit) {
        return leadTo(visit.payment());
    }

    /** Whether the page would show something else by now, for the script on it. */
    public Answer showState(ShownPayment page) {
        var json = "{\"state\":\"%s\",\"left\":%d}"
                .formatted(page.state(), page.waits().toSeconds());
        return Drawing.safe(Answer.json(200, json.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * The code that opens the page on a phone.
     *
     * @param path whose end names the form
     * @param size null if it is not given
     * @throws PageRefused MALFORMED for a size that no code has
     */
    public Answer showCode(ShownPayment page, String path, String size) {
        return codes.show(page, path, size);
    }

    /** The link in the address whose picture is wanted; @throws PageRefused UNKNOWN if it names none. */
    public ImageVisit readImage(PageRequest page, String link) {
        return Uuids.parse(link)
                .map(id -> new ImageVisit(page.token(), id))
                .orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
    }

    /** The picture beside a link. It never changes, and nobody between us and the visitor keeps it. */
    public Answer showImage(OrderImage image) {
        return new Answer(200, image.mediaType(), image.bytes(), Map.of())
                .with("Cache-Control", "private, max-age=86400, immutable")
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Robots-Tag", "noindex");
    }

    /**
     * Why there is no page, or the form was not taken.
     *
     * @param known null if it failed before the visit was read
     */
    public Answer showFailure(Throwable reason, PageVisit known) {
        var failure = PageFailure.of(reason);
        var visit = Objects.requireNonNullElseGet(known, () -> PageVisit.of(null, null, null, null, null, null));
        if (failure == PageFailure.UNKNOWN) {
            guesses.count(visit.address());
        }
        return failure.draw(
                drawing, visit.language(), visit.root(), Optional.of(visit.payment()), PageFailure.About.PAYMENT);
    }

    private Answer draw(int status, ShownPayment page, PageVisit visit, Typed typed, boolean fresh) {
        Map<String, Object> shown = view.of(page, visit, typed, fresh);
        return drawing.page(status, TEMPLATE, visit.language(), visit.root(), shown);
    }

    private static Answer leadTo(String address) {
        return Drawing.safe(Answer.empty(303)).with("Location", address);
    }
}
