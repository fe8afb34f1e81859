package io.caravan.camel;

import io.caravan.core.dialect.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Writes an answer into the exchange, from where it goes to the caller. The last step of every API route. */
public final class Answers {

    /** Makes the body, an {@link Answer}, what the caller gets. */
    public void write(Exchange exchange) throws InvalidPayloadException {
        var message = exchange.getMessage();
        var answer = message.getMandatoryBody(Answer.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (!answer.mediaType().isEmpty()) {
            message.setHeader(Exchange.CONTENT_TYPE, answer.mediaType());
        }
        answer.headers().forEach(message::setHeader);
        message.setBody(answer.body());
    }
}
