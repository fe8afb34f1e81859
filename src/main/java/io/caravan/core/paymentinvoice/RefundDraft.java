package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's wish to give money back.
 *
 * @param amount all that is left, if there is none
 * @param reference what the merchant calls it, once only
 * @param hash the same for requests that say the same
 */
public record RefundDraft(
        MerchantId merchant,
        String account,
        PaymentInvoiceId invoice,
        Optional<BigDecimal> amount,
        String reference,
        Optional<String> description,
        String hash) {

    public RefundDraft {
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(account);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(description);
        Objects.requireNonNull(hash);
    }
}
