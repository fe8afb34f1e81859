package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.problem.InvalidInput;

/**
 * Has a sales unit told of events. The URL is checked before the transaction: no connection is held while a name is
 * resolved.
 */
public class RegisterWebhook {

    private final CallbackUrls urls;
    private final StoreRegistration storeRegistration;

    public RegisterWebhook(CallbackUrls urls, StoreRegistration storeRegistration) {
        this.urls = urls;
        this.storeRegistration = storeRegistration;
    }

    /** @throws InvalidInput if callbacks may not go there */
    public NewRegistration register(RegistrationRequest request) {
        try {
            urls.check(request.url());
        } catch (InvalidInput e) {
            throw InvalidInput.of("url", e.violations().get(0).message());
        }
        return storeRegistration.store(request);
    }
}
