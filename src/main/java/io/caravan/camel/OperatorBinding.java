package io.caravan.camel;

import io.caravan.core.ops.OperatorRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;

/** Takes a request of an operator into an exchange: who asks, for what, and the token that forms bring back. */
public final class OperatorBinding extends RequestBinding {

    private final Predicate<Authentication> mayAct;

    /** @param mayAct whether who has signed in may act now, and not only look */
    public OperatorBinding(Predicate<Authentication> mayAct) {
        super(List.of());
        this.mayAct = mayAct;
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        super.readRequest(request, message);
        message.getExchange()
                .setProperty(
                        Exchanges.OPERATOR_REQUEST,
                        new OperatorRequest(name(request), acts(request), token(request), fields(request)));
    }

    /** Nothing: a form has been read as fields, and whoever has no login gets no memory. */
    @Override
    public Object parseBody(HttpServletRequest request, Message message) {
        return new byte[0];
    }

    /** Fields are no headers: they may be secrets. */
    @Override
    protected void populateRequestParameters(HttpServletRequest request, Message message) {}

    private static String name(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser()).orElse("");
    }

    private boolean acts(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && mayAct.test(who);
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue()[0])));
    }

    /** Browsers send lines their own way; blanks belong to a text of several lines. */
    private static String text(String sent) {
        var text = sent.replace("\r\n", "\n");
        return text.strip().indexOf('\n') < 0 ? text.strip() : text;
    }
}
