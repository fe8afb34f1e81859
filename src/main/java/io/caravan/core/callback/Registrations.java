package io.caravan.core.callback;

import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

/** Where sales units hear of what. Those that were removed hear of nothing more, and are not found. */
public interface Registrations {

    /** Keeps others from registering for this sales unit until the transaction ends. */
    void lock(MerchantId merchant, String msn);

    /** Those of this sales unit, the oldest first. */
    List<Registration> of(MerchantId merchant, String msn);

    void add(MerchantId merchant, Registration registration, RegistrationSecret secret, Instant now);

    /**
     * Removes a registration of this sales unit. Whatever waits for it is given up; what is on its way still arrives.
     *
     * @return whether there was one
     */
    boolean remove(MerchantId merchant, String msn, EndpointId id, Instant now);

    /** Removes at most so many that have taken nothing since this time, and tells how many. */
    int removeDead(Instant since, int limit, Instant now);

    /**
     * Gives up what has come to wait for removed ones meanwhile, or was left on its way by an instance that is gone; of
     * at most so many. Tells of how many.
     */
    int giveUpRest(int limit, Instant realNow);
}
