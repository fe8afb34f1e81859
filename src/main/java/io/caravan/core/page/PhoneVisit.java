package io.caravan.core.page;

import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Confirmation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's wish, on the page of an invoice, to pay it on the bill of a phone.
 *
 * @param id of the form: sent twice it is one wish
 * @param number of the invoice's last event when the form was drawn
 * @param phone whose bill; none is the phone that the invoice names
 * @param address where the request came from, as throttled
 */
public record PhoneVisit(
        PageToken token, UUID id, int number, Optional<Phone> phone, Confirmation confirmation, String address) {

    public PhoneVisit {
        Objects.requireNonNull(token);
        Objects.requireNonNull(id);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(confirmation);
        Objects.requireNonNull(address);
    }
}
