package io.caravan.core.paymentinvoice;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment whose payer is shown where to pay to, and whose money comes by itself. How it stands is in its payment.
 *
 * @param account the commerce account that asked for it
 * @param merchantReference what the merchant calls it
 * @param requestHash of the request that asked for it
 * @param reference what the payer quotes
 * @param expiresAt in business time
 * @param reason in a word, why the bank says that nothing will come
 */
public record PaymentInvoice(
        PaymentInvoiceId id,
        PaymentId payment,
        MerchantId merchant,
        String account,
        Optional<String> merchantReference,
        String requestHash,
        Optional<String> service,
        boolean testMode,
        PaymentReference reference,
        Optional<Requisites> requisites,
        Optional<GivenConfirmation> confirmation,
        Instant expiresAt,
        Optional<String> reason,
        PaymentInvoiceTerms terms) {

    public PaymentInvoice {
        Objects.requireNonNull(id);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(account);
        Objects.requireNonNull(merchantReference);
        Objects.requireNonNull(requestHash);
        Objects.requireNonNull(service);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(requisites);
        Objects.requireNonNull(confirmation);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(terms);
    }

    /**
     * With the way to pay that the payer has chosen.
     *
     * @param made what the payer has to know, if the provider is not to be asked
     */
    public PaymentInvoice chosen(Service known, PaymentReference quoted, Optional<Requisites> made) {
        return new PaymentInvoice(
                id,
                payment,
                merchant,
                account,
                merchantReference,
                requestHash,
                Optional.of(known.code()),
                testMode,
                quoted,
                made,
                confirmation,
                expiresAt,
                reason,
                terms);
    }

    /** With what the payer has to know. */
    public PaymentInvoice shown(Requisites known) {
        return with(Optional.of(known), confirmation, reason);
    }

    /** With what the payer has given. */
    public PaymentInvoice confirmed(GivenConfirmation given) {
        return with(requisites, Optional.of(given), reason);
    }

    /** With the bank's word why nothing will come. */
    public PaymentInvoice refused(String why) {
        return with(requisites, confirmation, Optional.of(why));
    }

    private PaymentInvoice with(Optional<Requisites> known, Optional<GivenConfirmation> given, Optional<String> why) {
        return new PaymentInvoice(
                id,
                payment,
                merchant,
                account,
                merchantReference,
                requestHash,
                service,
                testMode,
                reference,
                known,
                given,
                expiresAt,
                why,
                terms);
    }
}
