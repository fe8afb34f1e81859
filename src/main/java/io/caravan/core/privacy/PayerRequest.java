package io.caravan.core.privacy;

import io.caravan.core.payer.Phone;
import java.util.Objects;

/** What an operator wants to do with all that is known of a payer. */
public record PayerRequest(Phone phone, String operator) {

    public PayerRequest {
        Objects.requireNonNull(phone);
        Objects.requireNonNull(operator);
    }
}
