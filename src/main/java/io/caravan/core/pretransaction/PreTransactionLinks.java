package io.caravan.core.pretransaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where payers and partners find pre-transactions. */
public final class PreTransactionLinks {

    private final String publicUrl;

    /** @param publicUrl scheme, host and port by which the world reaches this service, without a slash at the end */
    public PreTransactionLinks(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Its page. */
    public String page(PreTransaction one) {
        return page(one.partner(), one.linkId().orElseGet(() -> one.invoice().value()));
    }

    /** The page under this id. */
    public String page(int partner, Object id) {
        return publicUrl + "/pre-transactions/" + partner + "/" + id;
    }

    /** Its page, or what the partner has put before it, in few characters. */
    public String shortLink(PreTransaction one) {
        return publicUrl + "/" + one.shortCode().text();
    }

    /** Where the partner reads those with a correlation id. */
    public String list(int partner, String correlationId) {
        return publicUrl + "/api/pre-transactions?partnerId=" + partner + "&correlationId="
                + URLEncoder.encode(correlationId, StandardCharsets.UTF_8) + "&api-version=2.0";
    }

    /** Where the partner reads something of its own. */
    public String resource(String kind, int partner, Object id) {
        return publicUrl + "/api/" + kind + "/" + partner + "/" + id + "?api-version=2.0";
    }
}
