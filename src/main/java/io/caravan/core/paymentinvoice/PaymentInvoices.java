package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payment invoices. Each hangs on a payment; whoever changes one has locked that payment. */
public interface PaymentInvoices {

    /** Twelve digits that no other payment invoice has. */
    String nextNumber();

    /**
     * Stores a new one, before its payment.
     *
     * @return false if the account has used the merchant's reference before: then nothing is stored
     */
    boolean add(PaymentInvoice invoice);

    /** From its end on, its payment, which is stored, is due to expire. */
    void limit(PaymentInvoice invoice);

    /** Writes service, reference, requisites, confirmation and reason. */
    void update(PaymentInvoice invoice);

    Optional<PaymentInvoice> find(PaymentInvoiceId id);

    Optional<PaymentInvoice> find(MerchantId merchant, PaymentInvoiceId id);

    Optional<PaymentInvoice> find(MerchantId merchant, String account, String merchantReference);

    Optional<PaymentInvoice> find(PaymentId payment);

    /** The one that this payer means, however the reference is written. */
    Optional<PaymentInvoice> quoted(String reference);

    List<PaymentInvoice> list(PaymentInvoiceQuery query);

    /** How many there are in all, if they are not more than so many; otherwise so many. */
    int count(PaymentInvoiceQuery query, int most);

    /** The bank has yet to be told of its confirmation, from this real time on. */
    void tellLater(PaymentId payment, Instant realTime);

    /** The bank knows of its confirmation. */
    void told(PaymentId payment);

    /**
     * Takes confirmations of which the bank has yet to be told, the longest waiting first; nobody else tells of them for
     * the time of the lease.
     */
    List<PaymentInvoice> takeUntold(Instant realNow, Duration lease, int limit);

    /**
     * Takes open ones about which the bank has not been asked for a while, those first that have been open for longest.
     *
     * @param wait until it is asked about them again
     */
    List<PaymentInvoice> takeUnasked(Instant realNow, Duration wait, int limit);
}
