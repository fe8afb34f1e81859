package io.caravan.core.prompt;

import io.caravan.core.page.PageToken;
import io.caravan.core.payer.Phone;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody has sent from the page of a payment.
 *
 * @param id made with the form: the same form sent twice is one prompt
 * @param attempts to reserve the money that had been made when the form was drawn
 * @param phone whom to ask; none is the phone that the sales unit has named
 * @param address where the request came from, as throttled
 */
public record PaymentPromptRequest(PageToken token, PromptId id, int attempts, Optional<Phone> phone, String address) {

    public PaymentPromptRequest {
        Objects.requireNonNull(token);
        Objects.requireNonNull(id);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(address);
    }
}
