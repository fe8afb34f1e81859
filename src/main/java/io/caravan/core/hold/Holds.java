package io.caravan.core.hold;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.Map;

/**
 * What operators hold back, for all instances and until they release it. The stores of notices, operations and endpoints
 * see to it by themselves: what is held is not taken.
 */
public interface Holds {

    /** Stores the hold; false if there is one of that kind and name, which stays as it is. */
    boolean place(Hold hold);

    /** False if there was none. */
    boolean release(HoldKind kind, String name);

    boolean isHeld(HoldKind kind, String name);

    /** By kind and name. */
    List<Hold> all();

    boolean exists(EndpointId endpoint);

    /** The merchant's endpoints, each with its dialect and address, for operators to find the one they mean. */
    Map<EndpointId, String> endpoints(MerchantId merchant);
}
