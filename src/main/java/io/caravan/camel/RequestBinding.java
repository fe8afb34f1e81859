package io.caravan.camel;

import io.caravan.core.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.camel.Message;
import org.apache.camel.component.servlet.ServletRestHttpBinding;
import org.springframework.security.core.Authentication;

/**
 * Takes a request into an exchange. Who calls comes from the security context into exchange properties, which no
 * request can write.
 */
public final class RequestBinding extends ServletRestHttpBinding {

    /** Request attribute under which the correlation id is found. */
    public static final String CORRELATION_ID_ATTRIBUTE = "caravan.correlation-id";

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        super.readRequest(request, message);
        var exchange = message.getExchange();
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller) {
            exchange.setProperty(Exchanges.CALLER, caller);
        }
        exchange.setProperty(Exchanges.CORRELATION_ID, request.getAttribute(CORRELATION_ID_ATTRIBUTE));
        exchange.setProperty(
                Exchanges.REQUEST_KEY,
                Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse(""));
    }
}
