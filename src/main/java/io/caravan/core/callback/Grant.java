package io.caravan.core.callback;

/**
 * Leave to take deliveries for an endpoint.
 *
 * @param room how many may be on their way more than now
 * @param idle whether none is on its way: then the endpoint is given back if nothing is due
 */
public record Grant(Lease lease, int room, boolean idle) {}
