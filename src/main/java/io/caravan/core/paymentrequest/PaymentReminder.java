package io.caravan.core.paymentrequest;

import io.caravan.core.notice.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * When a payer is reminded of a payment that lives long.
 *
 * @param before how long before the payment ends
 */
public record PaymentReminder(NoticeKind kind, Duration before) {

    /** All of them, in their order. */
    public static final List<PaymentReminder> ALL = List.of(
            new PaymentReminder(NoticeKind.PAYMENT_REMINDER, Duration.ofHours(72)),
            new PaymentReminder(NoticeKind.PAYMENT_LAST_REMINDER, Duration.ofHours(24)));

    public PaymentReminder {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(before);
    }

    /** When it is due, in business time. */
    public Instant dueAt(PaymentRequest request) {
        return request.expiresAt().minus(before);
    }

    /** Whether a later one is due by now, or the payment has ended, so that this one is of no use. */
    public static boolean isTooLate(NoticeKind kind, PaymentRequest request, Instant now) {
        return switch (kind) {
            case PAYMENT_REMINDER -> !now.isBefore(ALL.get(1).dueAt(request));
            case PAYMENT_LAST_REMINDER, PAYMENT_ASKED -> !now.isBefore(request.expiresAt());
            case INVOICE_CREATED, INVOICE_REMINDER, PAYMENT_FAILED, CONSENT_ASKED, INVOICE_PROMPTED, INVOICE_RECEIPT ->
                false;
        };
    }
}
