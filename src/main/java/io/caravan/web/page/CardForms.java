package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.page.CardVisit;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageRequest;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.problem.Busy;
import io.caravan.core.prompt.PromptId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The form by which somebody chooses to pay with a card, and the way to the acquirer's page. */
public final class CardForms {

    static final String ACTION = "card";

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final FormSeal seal;
    private final Drawing drawing;
    private final String baseUrl;

    /** @param baseUrl under which pages are reached, without a slash at the end */
    public CardForms(FormSeal seal, Drawing drawing, String baseUrl) {
        this.seal = seal;
        this.drawing = drawing;
        this.baseUrl = baseUrl;
    }

    /**
     * What was sent.
     *
     * @throws PageRefused if it is no form of ours, or too old
     */
    public CardVisit read(byte[] body, PageRequest page, PageVisit visit) {
        var form = FormBody.read(body);
        var id = PromptId.parse(form.field("id")).orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        int number = number(form);
        if (!seal.holds(new FormSeal.Form(page.token(), ACTION, id, number), form.field("seal"))) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var back = baseUrl + "/i/" + page.token().text() + "/payments/" + id + visit.query();
        return new CardVisit(page.token(), id.value(), number, URI.create(back));
    }

    private static int number(FormBody form) {
        try {
            return Integer.parseInt(form.field("number"));
        } catch (NumberFormatException e) {
            throw new PageRefused(Reason.MALFORMED);
        }
    }

    /**
     * Leads on to the acquirer's page: by a page of ours, since browsers let no form of ours end elsewhere.
     *
     * @throws Busy if the acquirer has not told it yet
     */
    public Answer show(Operation operation, PageVisit visit) {
        var page = operation.page().flatMap(ProviderPage::url).orElseThrow(() -> new Busy(AGAIN_AFTER));
        var view = Map.<String, Object>of(
                "title", Words.text(visit.language(), "leave"), "url", page.toString(), "refresh", "0;url=" + page);
        return drawing.page(200, "leave", visit.language(), visit.root(), view);
    }
}
