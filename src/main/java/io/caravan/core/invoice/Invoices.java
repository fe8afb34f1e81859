package io.caravan.core.invoice;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All invoices. */
public interface Invoices {

    /**
     * Stores a new invoice, unless one with the same fields is open or has been paid or rejected.
     *
     * @param fingerprint of its draft
     * @param expiresAt when it expires unless it is closed before
     * @return whether it was stored
     */
    boolean add(Invoice invoice, byte[] fingerprint, Instant expiresAt);

    /** For each of these fingerprints, whether an invoice has it that is open or has been paid or rejected. */
    List<Boolean> exist(List<byte[]> fingerprints);

    /**
     * Counts one more invoice to each of these payers on this day, as often as they are in the list.
     *
     * @return for each whether it is within the limit; if not, nothing was counted
     */
    List<Boolean> countDaily(MerchantId merchant, List<Phone> phones, LocalDate day, int limit);

    /** An invoice of this merchant; another merchant's is not found. */
    Optional<Invoice> find(MerchantId merchant, InvoiceId id);

    /** Any merchant's invoice: for channels, which act for all. */
    Optional<Invoice> find(InvoiceId id);

    /** An invoice of this merchant, locked until the transaction ends. */
    Optional<Invoice> lock(MerchantId merchant, InvoiceId id);

    /** Any merchant's invoice, locked until the transaction ends: for payers and providers. */
    Optional<Invoice> lock(InvoiceId id);

    /** Writes status, number, payment date and claim of a locked invoice. */
    void update(Invoice invoice);

    /**
     * Expires open invoices whose time is over, but for those that are claimed or have a scheduled payment to be tried
     * first, and those that somebody else has locked.
     */
    List<Expired> expire(Instant now, int limit);

    /** Puts the expiry of the invoice that would be the next to expire off; answers which, if there is one. */
    Optional<InvoiceId> putOffExpiry(Instant now, Instant until);
}
