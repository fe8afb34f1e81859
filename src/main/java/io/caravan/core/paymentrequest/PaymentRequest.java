package io.caravan.core.paymentrequest;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PaymentPage;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a sales unit asks for. How it stands is in its payment.
 *
 * @param salesUnit Merchant-Serial-Number
 * @param reference what the sales unit calls it
 * @param phone who is asked; for some flows known only when somebody has opened it
 * @param named whether the sales unit has said who is asked, so that nobody else can open it
 * @param expiresAt in business time
 */
public record PaymentRequest(
        PaymentId payment,
        MerchantId merchant,
        String salesUnit,
        String reference,
        UserFlow flow,
        Optional<Phone> phone,
        boolean named,
        Instant expiresAt,
        PaymentTerms terms,
        PaymentPage page) {

    public PaymentRequest {
        Objects.requireNonNull(payment);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(salesUnit);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(flow);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(terms);
        Objects.requireNonNull(page);
    }

    /** The same for whoever opens it. */
    public PaymentRequest forAnybody() {
        return new PaymentRequest(
                payment, merchant, salesUnit, reference, flow, Optional.empty(), false, expiresAt, terms, page);
    }
}
