package io.caravan.core.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which payments are transactions of partners, and how they were chosen. */
public interface PartnerTransactions {

    /**
     * Writes down by which name a payment was chosen.
     *
     * @param visit the form that was sent, or the request; it chooses once
     */
    void choose(PaymentId payment, String provider, UUID visit);

    /** The payment that this form has chosen. */
    Optional<PaymentId> find(UUID visit);

    /** By which name the payment was chosen; empty if it was begun elsewhere. */
    Optional<String> provider(PaymentId payment);

    /** A payment of this merchant; another merchant's is not found. */
    Optional<Payment> find(MerchantId merchant, PaymentId id);

    /** The latest payment of this merchant's reference. */
    Optional<PaymentId> latest(MerchantId merchant, String referenceId);

    /** Payments of this merchant that began at this time or later, oldest first. */
    List<PaymentId> since(MerchantId merchant, Instant from, int limit);

    /** When the first instruction of a kind was done. */
    Optional<Instant> paidAt(PaymentId payment);

    /** The payments of an invoice, the latest first. */
    List<PaymentId> of(InvoiceId invoice);
}
