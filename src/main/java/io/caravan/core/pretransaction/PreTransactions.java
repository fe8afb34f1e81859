package io.caravan.core.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All pre-transactions, with their invoices. */
public interface PreTransactions {

    /** Stores a new one, unless its merchant has used its reference before; answers whether it was stored. */
    boolean add(PreTransaction preTransaction);

    /** One of this merchant; another merchant's is not found. */
    Optional<PreTransactionDetails> find(MerchantId merchant, InvoiceId id);

    /** Any merchant's: for payers. */
    Optional<PreTransactionDetails> find(InvoiceId id);

    /** The one for which this merchant has used the reference. */
    Optional<PreTransactionDetails> find(MerchantId merchant, String referenceId);

    /** Whether this merchant has used the reference, for a transaction too. */
    boolean isUsed(MerchantId merchant, String referenceId);

    /** Those of this merchant under a correlation id, in the order in which they came. */
    List<PreTransactionDetails> list(MerchantId merchant, String correlationId, int skip, int top);

    /** Any merchant's, by its short link. */
    Optional<PreTransactionDetails> find(ShortCode code);

    /** Any merchant's, by the link that follows from its reference. */
    Optional<PreTransactionDetails> findByLink(UUID link);

    /** Writes down when its page was first seen; answers whether this was the first time. */
    boolean access(InvoiceId id, Instant at);
}
