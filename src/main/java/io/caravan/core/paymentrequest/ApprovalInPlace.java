package io.caravan.core.paymentrequest;

import io.caravan.core.page.PageToken;
import io.caravan.core.payer.Phone;
import java.util.Objects;
import java.util.Optional;

/**
 * A test sales unit's wish that a payment be approved in the payer's place.
 *
 * @param phone whose wallet pays; if nobody is named, that of who is asked
 * @param token of the payment's page, to prove that it was opened
 */
public record ApprovalInPlace(OwnPayment own, Optional<Phone> phone, Optional<PageToken> token) {

    public ApprovalInPlace {
        Objects.requireNonNull(own);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(token);
    }
}
