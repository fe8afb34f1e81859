package io.caravan.core.payment;

import io.caravan.core.payer.Phone;
import java.util.Objects;

/** The bill that a payment goes on: kept, so that an instruction repeated says the same. */
public record PhoneBill(Phone phone, Confirmation confirmation) {

    public PhoneBill {
        Objects.requireNonNull(phone);
        Objects.requireNonNull(confirmation);
    }
}
