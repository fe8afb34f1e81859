package io.caravan.usecase.pretransaction;

import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.template.Template;
import java.util.Optional;

/** Judges where a partner wants its callbacks, before anything is stored: no connection is held while a name is resolved. */
public class CheckCallbacks {

    private final CallbackUrls urls;
    private final FindAnswered findAnswered;

    public CheckCallbacks(CallbackUrls urls, FindAnswered findAnswered) {
        this.urls = urls;
        this.findAnswered = findAnswered;
    }

    /**
     * A request that is repeated under its key passes wherever its hosts lie by now: its answer is known.
     *
     * @throws InvalidInput {@code statusCallbackUrl} or {@code smsStatusCallbackUrl}, if callbacks may not go there
     */
    public void check(Merchant merchant, Optional<RequestKey> key, Terms terms) {
        try {
            check("statusCallbackUrl", terms.statusCallbackUrl());
            check("smsStatusCallbackUrl", terms.smsStatusCallbackUrl());
        } catch (InvalidInput e) {
            if (key.filter(known -> findAnswered.find(merchant.id(), known)).isEmpty()) {
                throw e;
            }
        }
    }

    /** Values stand behind its host only, so that any will do. */
    private void check(String field, Optional<String> template) {
        try {
            template.map(Template::of)
                    .map(url -> url.url(place -> Optional.of("x")))
                    .ifPresent(urls::check);
        } catch (InvalidInput e) {
            throw InvalidInput.of(field, e.violations().get(0).message());
        }
    }
}
