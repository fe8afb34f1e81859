package io.caravan.core.prompt;

import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.Optional;

/** The prompts about payments. They count, and are forgotten, with all {@link Prompts}. */
public interface PaymentPrompts {

    /** Stores a new prompt that was asked for from this address. */
    void add(PaymentPrompt prompt, String address);

    Optional<PaymentPrompt> find(PromptId id);

    /** How many were asked for this phone and payment since then. */
    int countTo(PaymentId payment, Phone phone, Instant since);
}
