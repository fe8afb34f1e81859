package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment invoice as a merchant wants it.
 *
 * @param account the commerce account in whose name it asks
 * @param reference what the merchant calls it, once only
 * @param currency as the merchant wrote it
 * @param service the code of a way to pay; none if the payer is to choose
 * @param hash the same for requests that say the same
 */
public record PaymentInvoiceDraft(
        MerchantId merchant,
        String account,
        Optional<String> reference,
        BigDecimal amount,
        String currency,
        Optional<String> service,
        boolean testMode,
        Optional<Instant> expiresAt,
        PaymentInvoiceTerms terms,
        String hash) {

    public PaymentInvoiceDraft {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(account);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(service);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(terms);
        Objects.requireNonNull(hash);
    }
}
