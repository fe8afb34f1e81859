package io.caravan.core.page;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the page of a payment invoice shows.
 *
 * @param service the way to pay, if it is chosen
 * @param offers the ways to pay that can be chosen
 * @param refusal why the last card was refused, in the provider's word
 * @param businessNow in business time
 */
public record ShownPaymentInvoice(
        HostedPageState state,
        Merchant merchant,
        PaymentInvoice invoice,
        Payment payment,
        Optional<Service> service,
        List<Service> offers,
        Optional<String> refusal,
        Instant businessNow) {

    public ShownPaymentInvoice {
        Objects.requireNonNull(state);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(service);
        offers = List.copyOf(offers);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(businessNow);
    }

    /** How long it can still be paid; nothing, but never less, when the time is over. */
    public Duration left() {
        var left = Duration.between(businessNow, invoice.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Where the payer goes from here, if the merchant has said so. */
    public Optional<String> returnUrl() {
        var terms = invoice.terms();
        return Optional.ofNullable(terms.returnUrls().get(state.outcome())).or(terms::returnUrl);
    }
}
