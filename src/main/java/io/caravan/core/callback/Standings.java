package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import java.util.Map;
import java.util.Set;

/** How endpoints stand, for the whole cluster. */
public interface Standings {

    /** Locks the endpoints until the transaction ends, and answers how they stand. */
    Map<EndpointId, Standing> lock(Set<EndpointId> endpoints);

    /** Stores how these endpoints, which are locked, stand from now on. */
    void put(Map<EndpointId, Standing> standings);

    /** How many endpoints of each dialect are suspended. */
    Map<Dialect, Long> suspended();
}
