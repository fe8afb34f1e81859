package io.caravan.core.pretransaction;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** By which names payments of partners' invoices were chosen, and which of them there are. */
public interface PaymentChoices {

    /** @param visit the form that was sent, or the request; it chooses once */
    void add(PaymentId payment, String provider, UUID visit);

    /** The payment that this form has chosen. */
    Optional<PaymentId> find(UUID visit);

    /** The form, or the request, that has chosen this payment; empty if it was begun elsewhere. */
    Optional<UUID> visit(PaymentId payment);

    /** By which name the payment was chosen; empty if it was begun elsewhere. */
    Optional<String> provider(PaymentId payment);

    /**
     * Of the payments of what this merchant has sent under its reference, the one that has taken the money; as long as
     * none has, the latest.
     */
    Optional<PaymentId> paidOrLatest(MerchantId merchant, String referenceId);

    /** The merchant's payments that began at this time or later, oldest first. */
    List<PaymentId> since(MerchantId merchant, Instant from, int limit);
}
