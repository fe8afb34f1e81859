package io.caravan.core.pretransaction;

import io.caravan.core.callback.EndpointRequest;
import java.util.List;

/** Where a partner wants to hear of one pre-transaction only: of its payments, and of its SMS. */
public record SingleCallbacks(List<EndpointRequest> ofPayments, List<EndpointRequest> ofSms) {

    public SingleCallbacks {
        ofPayments = List.copyOf(ofPayments);
        ofSms = List.copyOf(ofSms);
    }
}
