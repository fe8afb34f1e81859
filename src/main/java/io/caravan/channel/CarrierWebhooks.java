package io.caravan.channel;

import io.caravan.core.dialect.Answer;
import io.caravan.core.payment.Testimony;
import java.util.Objects;
import java.util.Optional;

/** What the carrier says of its own accord, by webhooks. */
public final class CarrierWebhooks {

    private final CarrierAnswers answers = new CarrierAnswers(PspWire.mapper());
    private final WebhookSignature signature;

    public CarrierWebhooks(WebhookSignature signature) {
        this.signature = signature;
    }

    /**
     * What was said; empty if it was not the carrier who said it, or not now.
     *
     * @param action the last part of the path
     * @param id of the webhook, as are timestamp and signatures
     */
    public Optional<Testimony> read(byte[] body, String action, String id, String timestamp, String signatures) {
        return signature.isGenuine(id, timestamp, signatures, body)
                ? Optional.of(
                        new CarrierTestimony(id, Objects.requireNonNullElse(action, ""), answers.transaction(body)))
                : Optional.empty();
    }

    /** It was heard; what became of it is nothing to its sender. */
    public Answer showHeard() {
        return Answer.empty(202);
    }
}
