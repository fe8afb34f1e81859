package io.caravan.core.paymentrequest;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageToken;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payment requests. Each hangs on a payment, which is stored first and locked first. */
public interface PaymentRequests {

    /**
     * Stores a new request; from its time on, its payment is due to expire.
     *
     * @return false if the sales unit has used the reference before: then nothing is stored
     */
    boolean add(PaymentRequest request);

    Optional<PaymentRequest> find(MerchantId merchant, String salesUnit, String reference);

    Optional<PaymentRequest> find(PaymentId payment);

    Optional<PaymentRequest> find(PageToken token);

    /** Who has opened it is asked from now on. */
    void bind(PaymentId payment, Phone phone);

    /** Payments that nobody has approved in time and for which no money is under way, the longest over first. */
    List<PaymentId> due(Instant now, int limit);

    /** Puts the expiry of the payment that would be the next to expire off; answers which, if there is one. */
    Optional<PaymentId> putOffExpiry(Instant now, Instant until);
}
