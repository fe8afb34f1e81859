package io.caravan.core.callback;

/**
 * Leave to take deliveries for an endpoint.
 *
 * @param room how many may be on their way more than now
 * @param unrecorded how many are on their way, or have arrived without a record of it yet
 */
public record Grant(Lease lease, int room, int unrecorded) {

    /** Whether nothing is on its way: then the endpoint is given back if nothing is due. */
    public boolean idle() {
        return unrecorded == 0;
    }
}
