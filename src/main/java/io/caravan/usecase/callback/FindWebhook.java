package io.caravan.usecase.callback;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.util.Optional;

/** Shows a partner of the Mobile Invoice API where it hears of everything. */
public class FindWebhook {

    private final Endpoints endpoints;

    public FindWebhook(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public Optional<String> find(MerchantId merchant) {
        return endpoints.url(merchant, Dialect.MOBILEINVOICE);
    }
}
