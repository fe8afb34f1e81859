package io.caravan.core.prompt;

import io.caravan.core.page.PageToken;
import io.caravan.core.payer.Phone;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody has sent from the page of an invoice.
 *
 * @param id made with the form: the same form sent twice is one prompt
 * @param number the invoice's last event when the form was drawn
 * @param phone whom to ask; none is the phone that the invoice names
 * @param date when to pay; none is today
 * @param address where the request came from, as throttled
 */
public record PromptRequest(
        PageToken token, PromptId id, int number, Optional<Phone> phone, Optional<LocalDate> date, String address) {

    public PromptRequest {
        Objects.requireNonNull(token);
        Objects.requireNonNull(id);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(date);
        Objects.requireNonNull(address);
    }
}
