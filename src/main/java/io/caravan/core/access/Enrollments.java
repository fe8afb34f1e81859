package io.caravan.core.access;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.payer.Payer;

/** Where those who take part are written down. Putting the same twice, or from two instances, is as good as once. */
public interface Enrollments {

    /** Adds the merchant, or brings name, country and the like up to date; keeps whether it is enabled, and its secret. */
    void put(Enrollment.Account account);

    void put(Issuer issuer);

    void put(Client client);

    void put(CommerceAccount account);

    void put(Payer payer);

    /** Adds the callbacks' address, unless the merchant has one for that dialect. */
    void put(Enrollment.Hook hook);
}
