package io.caravan.camel;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Lets only the headers of an answer out: Camel would send the request's own back, credentials included. And lets no
 * request, not even a form, write a header that Camel or a route takes for its own.
 */
public final class AnswerHeaders extends HttpHeaderFilterStrategy {

    /** The headers an answer may have, lower case. */
    private static final Set<String> ALLOWED = Set.of(
            "content-type",
            "retry-after",
            "location",
            "cache-control",
            "content-disposition",
            "content-language",
            "content-security-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-robots-tag");

    public AnswerHeaders() {
        setInFilterStartsWith("camel", "caravan", "org.apache.camel.");
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
