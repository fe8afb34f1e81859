package io.caravan.web;

import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.problem.TooMany;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Refuses who confirms the same payment too often: its id is all that is asked for. */
public final class ConfirmationLimits {

    private final Function<PaymentInvoiceId, Optional<Duration>> tries;

    /** @param tries counts a try and answers how long to wait, if there were too many */
    public ConfirmationLimits(Function<PaymentInvoiceId, Optional<Duration>> tries) {
        this.tries = tries;
    }

    /**
     * Counts a try.
     *
     * @throws TooMany if there were too many
     */
    public void count(ConfirmationDraft draft) {
        tries.apply(draft.invoice()).ifPresent(wait -> {
            throw new TooMany(wait);
        });
    }
}
