package io.caravan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Answer;
import io.caravan.core.payment.Testimony;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** What the card acquirer says of its own accord, by webhooks. */
public final class PspWebhooks {

    private final ObjectMapper json = PspWire.mapper();
    private final WebhookSignature signature;

    public PspWebhooks(WebhookSignature signature) {
        this.signature = signature;
    }

    /**
     * What was said; empty if it was not the acquirer who said it, or not now.
     *
     * @param action the last part of the path
     * @param id of the webhook, as are timestamp and signatures
     */
    public Optional<Testimony> read(byte[] body, String action, String id, String timestamp, String signatures) {
        return signature.isGenuine(id, timestamp, signatures, body)
                ? Optional.of(new PspTestimony(id, Objects.requireNonNullElse(action, ""), news(body)))
                : Optional.empty();
    }

    /** It was heard; what became of it is nothing to its sender. */
    public Answer showHeard() {
        return Answer.empty(202);
    }

    private Optional<PspWire.News> news(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, PspWire.News.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
