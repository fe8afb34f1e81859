package io.caravan.camel;

import io.caravan.core.access.Caller;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.CorrelationId;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.component.servlet.ServletRestHttpBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Takes a request into an exchange, and an answer out of it. The body is a byte array, read once. Who calls comes from
 * the security context into exchange properties, which no request can write; the parts of the path win over query
 * parameters and headers of the same name. A failure that no route has made an answer of is refused in the words of the
 * dialect whose path it is.
 */
public class RequestBinding extends ServletRestHttpBinding {

    private static final Logger LOG = LoggerFactory.getLogger(RequestBinding.class);

    /** When to look again whether a route that operators have stopped runs, in seconds. */
    private static final String STOPPED_FOR = "10";

    /** Camel hands a bean nothing at all in the place of this text; with a blank before it, it is a text like others. */
    private static final String NULL = "null";

    private final List<Door> doors;

    // Camel's setters keep what they are given and call nothing.
    @SuppressWarnings("this-escape")
    public RequestBinding(List<Door> doors) {
        this.doors = List.copyOf(doors);
        setHeaderFilterStrategy(new AnswerHeaders());
        setMapHttpMessageFormUrlEncodedBody(false);
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        super.readRequest(request, message);
        message.getHeaders().replaceAll((name, value) -> NULL.equals(value) ? " " + NULL : value);
        var exchange = message.getExchange();
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller) {
            exchange.setProperty(Exchanges.CALLER, caller);
        }
        exchange.setProperty(
                Exchanges.CORRELATION_ID,
                Optional.ofNullable(request.getAttribute(CorrelationId.ATTRIBUTE))
                        .map(Object::toString)
                        .orElseGet(() -> UUID.randomUUID().toString()));
        exchange.setProperty(Exchanges.PATH, request.getRequestURI());
        exchange.setProperty(Exchanges.ADDRESS, request.getRemoteAddr());
        exchange.setProperty(
                Exchanges.IDEMPOTENCY_KEY, Objects.requireNonNullElse(request.getHeader("Idempotency-Key"), ""));
    }

    /** A body of known length is read into its place: a large one would else be in memory twice. */
    @Override
    public Object parseBody(HttpServletRequest request, Message message) throws IOException {
        int length = request.getContentLength();
        if (length < 0) {
            return request.getInputStream().readAllBytes();
        }
        var body = new byte[length];
        int read = request.getInputStream().readNBytes(body, 0, length);
        return read == length ? body : Arrays.copyOf(body, read);
    }

    /** Uploads are not part of any API here. */
    @Override
    protected void populateAttachments(HttpServletRequest request, Message message) {}

    @Override
    public void writeResponse(Exchange exchange, HttpServletResponse response) throws IOException {
        if (exchange.isFailed()) {
            write(answer(exchange), response);
        } else {
            super.writeResponse(exchange, response);
        }
    }

    /** Bytes go out as they are, with their length. */
    @Override
    protected void doWriteDirectResponse(Message message, HttpServletResponse response, Exchange exchange)
            throws IOException {
        if (message.getBody() instanceof byte[] bytes) {
            write(bytes, response);
        } else {
            super.doWriteDirectResponse(message, response, exchange);
        }
    }

    private Answer answer(Exchange exchange) {
        var path = exchange.getProperty(Exchanges.PATH, "/", String.class).toLowerCase(Locale.ROOT);
        var correlationId = exchange.getProperty(Exchanges.CORRELATION_ID, "", String.class);
        var refusal = refusal(exchange, correlationId);
        return doors.stream()
                .filter(door -> door.covers(path))
                .findFirst()
                .map(door -> door.refuse(refusal, correlationId))
                .map(answer -> refusal == Refusal.BUSY ? answer.with("Retry-After", STOPPED_FOR) : answer)
                .orElse(Answer.empty(refusal.status()));
    }

    /** Camel has logged why, under the id of the exchange. */
    private static Refusal refusal(Exchange exchange, String correlationId) {
        LOG.error(
                "Exchange {} failed outside of its route, correlation id {}", exchange.getExchangeId(), correlationId);
        if (exchange.getException(RequestRejectedException.class) != null) {
            return Refusal.MALFORMED;
        }
        return exchange.getException() instanceof DirectConsumerNotAvailableException ? Refusal.BUSY : Refusal.BROKEN;
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.mediaType().isEmpty()) {
            response.setContentType(answer.mediaType());
        }
        write(answer.body(), response);
    }

    private static void write(byte[] body, HttpServletResponse response) throws IOException {
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
