package io.caravan.core.page;

import io.caravan.core.merchant.Merchant;
import io.caravan.core.order.Category;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.prompt.PaymentPrompt;
import io.caravan.core.salesunit.SalesUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the page of a payment shows.
 *
 * @param attempts how often it was tried to reserve the money
 * @param away whether somebody is on the card acquirer's page, as far as anybody knows
 * @param refusal why the last attempt was refused, in the provider's word
 * @param prompt the one that was made on this page
 * @param order what is sold, if the merchant has said so apart from the request
 * @param links to more about what is sold
 * @param businessNow in business time
 * @param now in real time
 */
public record ShownPayment(
        PageToken token,
        PaymentPageState state,
        Merchant merchant,
        SalesUnit unit,
        PaymentRequest request,
        Payment payment,
        int attempts,
        boolean away,
        Optional<String> refusal,
        Optional<PaymentPrompt> prompt,
        Optional<OrderReceipt> order,
        List<Category> links,
        Instant businessNow,
        Instant now) {

    public ShownPayment {
        Objects.requireNonNull(token);
        Objects.requireNonNull(state);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(request);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(order);
        links = List.copyOf(links);
        Objects.requireNonNull(businessNow);
        Objects.requireNonNull(now);
    }

    /** How long it can still be paid; nothing, but never less, when the time is over. */
    public Duration left() {
        var left = Duration.between(businessNow, request.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How long the page still waits for the payer who was asked on it. */
    public Duration waits() {
        return prompt.map(made -> made.left(now))
                .filter(time -> time.compareTo(left()) < 0)
                .orElseGet(this::left);
    }
}
