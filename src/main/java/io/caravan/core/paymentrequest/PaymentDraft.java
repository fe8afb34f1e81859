package io.caravan.core.paymentrequest;

import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import io.caravan.core.salesunit.SalesUnit;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment request as a sales unit wants it.
 *
 * @param phone who is to be asked, if the sales unit knows
 * @param expiresAt ten minutes after it was created, unless it says otherwise
 */
public record PaymentDraft(
        SalesUnit unit,
        String reference,
        Money amount,
        UserFlow flow,
        Optional<Phone> phone,
        Optional<Instant> expiresAt,
        PaymentTerms terms) {

    public PaymentDraft {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(flow);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(terms);
    }
}
