package io.caravan.core.consent;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import java.util.List;
import java.util.Optional;

/**
 * All consents, at most one for each invoice, and which payers have granted one to which issuer.
 *
 * <p>Whoever locks an invoice and its consent locks the invoice first.
 */
public interface Consents {

    /** Stores a new consent; its invoice is locked. */
    void add(Consent consent);

    /** A consent of this merchant; another merchant's is not found. */
    Optional<Consent> find(MerchantId merchant, ConsentId id);

    /** Any merchant's consent: for channels, which act for all. */
    Optional<Consent> find(ConsentId id);

    /** A consent of this merchant, locked until the transaction ends. */
    Optional<Consent> lock(MerchantId merchant, ConsentId id);

    /** Any merchant's consent, locked until the transaction ends: for payers. */
    Optional<Consent> lock(ConsentId id);

    /** The consent that was requested with this invoice, locked until the transaction ends. */
    Optional<Consent> lock(InvoiceId invoice);

    /** Writes state, number, and who was asked of a locked consent; if it is granted, its payer has granted to its issuer. */
    void update(Consent consent);

    /** Whether this payer has granted a consent to this issuer. */
    boolean isGranted(IssuerId issuer, PayerId payer);

    /**
     * Granted consents for this issuer, one for each payer, in an order that stays the same.
     *
     * @param after the last one of the page before
     */
    List<Consent> granted(MerchantId merchant, IssuerId issuer, Optional<ConsentId> after, int limit);

    /** Consents that this payer was asked for, at most so many, locked until the transaction ends. */
    List<Consent> of(PayerId payer, int limit);

    /** Removes a locked consent. The payer has then granted to its issuer only by another one. */
    void delete(Consent consent);
}
