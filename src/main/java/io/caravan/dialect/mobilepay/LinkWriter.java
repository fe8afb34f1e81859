package io.caravan.dialect.mobilepay;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.page.Page;
import io.caravan.core.page.PageLinks;
import java.util.List;

/** Writes where the page of an InvoiceLink is. What may be stored before it is sent gets a placeholder. */
final class LinkWriter {

    private static final String RELATION = "user-redirect";

    private final PageLinks links;

    LinkWriter(PageLinks links) {
        this.links = links;
    }

    /** The page that a new link has. */
    Page first(Invoice invoice) {
        return links.first(invoice.id());
    }

    void put(JsonText json, Page page) {
        json.put("Links", List.of(page), (link, to) -> link.put("Rel", RELATION).putRaw("Href", links.placeholder(to)));
    }

    /** Sends whoever follows the API's own address to the page. */
    Answer redirect(Page page) {
        return Answer.empty(302).with("Location", links.href(page));
    }
}
