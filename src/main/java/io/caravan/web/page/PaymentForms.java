package io.caravan.web.page;

import io.caravan.core.page.CardVisit;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PaymentCancel;
import io.caravan.core.prompt.PaymentPromptRequest;
import io.caravan.core.prompt.PromptId;
import java.net.URI;
import java.util.Map;

/** The forms on the page of a payment: reads what was sent, and seals what is drawn. */
final class PaymentForms {

    private static final String CARD = "payment-card";
    private static final String CANCEL = "payment-cancel";

    private final FormSeal seal;
    private final PayForm asking;
    private final String baseUrl;

    PaymentForms(FormSeal seal, String baseUrl) {
        this.seal = seal;
        this.asking = new PayForm(seal);
        this.baseUrl = baseUrl;
    }

    /** What stands hidden in the form by which a payer is asked. */
    Map<String, Object> toAsk(PageToken token, int attempts) {
        var id = PromptId.random();
        return Map.of("id", id.toString(), "number", attempts, "seal", asking.seal(token, id, attempts));
    }

    Map<String, Object> toPayByCard(PageToken token) {
        return hidden(token, CARD);
    }

    Map<String, Object> toCancel(PageToken token) {
        return hidden(token, CANCEL);
    }

    /** The wish to be asked in the app. */
    PaymentPromptRequest asked(FormBody body, PageToken token, String address) {
        var read = asking.read(body, token, address);
        return new PaymentPromptRequest(token, read.id(), read.number(), read.phone(), address);
    }

    /** The wish to pay with a card. */
    CardVisit card(FormBody body, PageToken token, String query) {
        var id = check(body, token, CARD);
        var back = baseUrl + "/pay/" + token.text() + "/return" + query;
        return new CardVisit(token, id.value(), 0, URI.create(back));
    }

    /** The wish not to pay. */
    PaymentCancel cancel(FormBody body, PageToken token) {
        check(body, token, CANCEL);
        return new PaymentCancel(token);
    }

    private Map<String, Object> hidden(PageToken token, String action) {
        var id = PromptId.random();
        var sealed = seal.seal(new FormSeal.Form(token, action, id, 0));
        return Map.of("id", id.toString(), "number", 0, "seal", sealed);
    }

    private PromptId check(FormBody body, PageToken token, String action) {
        var id = PromptId.parse(body.field("id")).orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        if (!seal.holds(new FormSeal.Form(token, action, id, 0), body.field("seal"))) {
            throw new PageRefused(Reason.OUTDATED);
        }
        return id;
    }
}
