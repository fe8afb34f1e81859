package io.caravan.usecase.callback;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.hold.Holds;
import io.caravan.core.merchant.MerchantId;
import java.util.Map;

/** Tells operators the endpoints of a merchant, so that they find the one to hold. */
public class ListEndpoints {

    private final Holds holds;

    public ListEndpoints(Holds holds) {
        this.holds = holds;
    }

    /** Each with its dialect and address. */
    public Map<EndpointId, String> list(MerchantId merchant) {
        return holds.endpoints(merchant);
    }
}
