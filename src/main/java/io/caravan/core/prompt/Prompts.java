package io.caravan.core.prompt;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.Optional;

/** All prompts, as long as their pages may be looked at. */
public interface Prompts {

    /** Stores a new prompt that was asked for from this address. */
    void add(Prompt prompt, String address);

    Optional<Prompt> find(PromptId id);

    /** Makes everybody else wait who asks from this address, until the transaction ends. */
    void lock(String address);

    /** How many were asked for from this address since then. */
    int countFrom(String address, Instant since);

    /** How many were asked for this phone and invoice since then. */
    int countTo(InvoiceId invoice, Phone phone, Instant since);

    /** Writes down what the payer said to the prompts about this invoice that were made since then. */
    void answer(InvoiceId invoice, PayerId payer, PromptState answer, Instant since);

    /** Forgets at most so many prompts that were made before this time, and tells how many. */
    int forgetBefore(Instant time, int limit);
}
