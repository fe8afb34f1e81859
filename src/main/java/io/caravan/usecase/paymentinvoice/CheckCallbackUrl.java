package io.caravan.usecase.paymentinvoice;

import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.problem.InvalidInput;

/** Judges where a payment invoice wants its callbacks, before it is stored: no connection is held while a name is resolved. */
public class CheckCallbackUrl {

    private final CallbackUrls urls;
    private final FindReplay findReplay;

    public CheckCallbackUrl(CallbackUrls urls, FindReplay findReplay) {
        this.urls = urls;
        this.findReplay = findReplay;
    }

    /**
     * A request that is repeated passes whatever its name resolves to by now: its answer is known.
     *
     * @throws InvalidInput {@code callback_url}, if callbacks may not go there
     */
    public void check(PaymentInvoiceDraft draft) {
        try {
            draft.terms().callbackUrl().ifPresent(urls::check);
        } catch (InvalidInput e) {
            if (findReplay.find(draft).isEmpty()) {
                throw InvalidInput.of("callback_url", e.violations().get(0).message());
            }
        }
    }
}
