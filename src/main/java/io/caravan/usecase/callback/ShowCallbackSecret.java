package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.CallbackSecrets;
import io.caravan.core.merchant.MerchantId;

/** Shows a merchant the secret that signs its callbacks. */
public class ShowCallbackSecret {

    private final CallbackSecrets secrets;

    public ShowCallbackSecret(CallbackSecrets secrets) {
        this.secrets = secrets;
    }

    public CallbackSecret show(MerchantId merchant) {
        return secrets.hold(merchant);
    }
}
