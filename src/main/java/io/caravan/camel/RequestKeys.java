package io.caravan.camel;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.problem.InvalidInput;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Finds out whether a request wants to be done once only. A step of every route that creates something. */
public final class RequestKeys {

    /** What the header may hold: printable characters of ASCII, as many as are stored. */
    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    /**
     * Writes the request's key, or that there is none, into exchange property {@value Exchanges#REQUEST_KEY}. The body is
     * still as it came.
     *
     * @throws InvalidInput if the header holds no key
     */
    public void read(Exchange exchange) {
        var key = exchange.getProperty(Exchanges.IDEMPOTENCY_KEY, "", String.class);
        if (!key.isEmpty() && !FORM.matcher(key).matches()) {
            throw InvalidInput.of("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
        }
        exchange.setProperty(
                Exchanges.REQUEST_KEY,
                Optional.of(key).filter(text -> !text.isEmpty()).map(text -> key(text, exchange)));
    }

    private static RequestKey key(String key, Exchange exchange) {
        return RequestKey.of(
                key,
                exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class),
                exchange.getProperty(Exchanges.PATH, String.class),
                exchange.getMessage().getBody(byte[].class));
    }
}
