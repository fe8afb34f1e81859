package io.caravan.core.ops;

import io.caravan.core.merchant.MerchantId;
import java.util.List;
import java.util.UUID;

/** How merchants' endpoints stand. */
public interface EndpointHealths {

    /** The suspended ones, the longest suspended first. */
    List<EndpointHealth> suspended(int limit);

    /** Those with larger ids than this. */
    List<EndpointHealth> after(UUID id, int limit);

    /** Those of a merchant. */
    List<EndpointHealth> of(MerchantId merchant, int limit);
}
