package io.caravan.core.page;

import io.caravan.core.payment.Billing;
import java.util.Objects;
import java.util.UUID;

/**
 * A payment by phone bill, as the page of its invoice shows it.
 *
 * @param visit the form, or the request, that began it
 */
public record PhoneCharge(Billing billing, UUID visit) {

    public PhoneCharge {
        Objects.requireNonNull(billing);
        Objects.requireNonNull(visit);
    }
}
