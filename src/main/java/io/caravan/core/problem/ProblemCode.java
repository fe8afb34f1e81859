package io.caravan.core.problem;

import static io.caravan.core.problem.ProblemCode.Kind.BROKEN_RULE;
import static io.caravan.core.problem.ProblemCode.Kind.UNKNOWN;
import static io.caravan.core.problem.ProblemCode.Kind.WRONG_STATE;

/** Everything that can be wrong with a request that was understood. Each dialect gives every one of these its words. */
public enum ProblemCode {
    ISSUER_UNKNOWN(BROKEN_RULE, "Invoice issuer not found"),
    ISSUER_NOT_ENABLED(BROKEN_RULE, "Invoice issuer is not enabled"),
    ISSUER_WITHOUT_ACCOUNT(BROKEN_RULE, "Invoice issuer has no payout account"),
    PAYER_UNKNOWN(BROKEN_RULE, "Payer not found"),
    PAYER_UNAVAILABLE(BROKEN_RULE, "Payer not available"),
    DUE_DATE_PASSED(BROKEN_RULE, "DueDate must be today or later"),
    DUE_DATE_TOO_FAR(BROKEN_RULE, "DueDate must be no later than 400 days from today"),
    ISSUE_DATE_IN_FUTURE(BROKEN_RULE, "IssueDate must be no later than today"),
    AMOUNT_NOT_POSITIVE(BROKEN_RULE, "Total amount must be greater than 0"),
    AMOUNT_TOO_LARGE(BROKEN_RULE, "Total invoice amount is exceeded"),
    INVOICE_EXISTS(BROKEN_RULE, "Invoice already exists"),
    DAILY_LIMIT_REACHED(BROKEN_RULE, "The daily limit of invoices for this payer has been reached"),
    INVOICE_UNKNOWN(UNKNOWN, "Invoice not found"),
    INVOICE_ALREADY_PAID(WRONG_STATE, "Invoice has already been paid"),
    INVOICE_CLOSED(WRONG_STATE, "Invoice can no longer change"),
    INVOICE_NOT_ACCEPTED(WRONG_STATE, "An invoice link must be accepted before it can be rejected"),
    PAYMENT_IN_PROGRESS(WRONG_STATE, "Payment in progress"),
    AMOUNT_NOT_AVAILABLE(WRONG_STATE, "The amount is more than can still be moved"),
    CALLBACK_UNKNOWN(UNKNOWN, "Callback not found"),
    ENDPOINT_MISSING(WRONG_STATE, "There is no endpoint for callbacks"),
    SECRETS_CHANGED_TOO_OFTEN(WRONG_STATE, "The secrets of the last rotations still sign; rotate again later"),
    CONSENT_UNKNOWN(UNKNOWN, "Consent not found"),
    CONSENT_NOT_POSSIBLE(WRONG_STATE, "Consent can be requested with an open invoice link only"),
    CONSENT_NOT_ASKED(WRONG_STATE, "The invoice has been neither paid nor scheduled yet"),
    CONSENT_ANSWERED(WRONG_STATE, "The consent has been answered otherwise"),
    PAYMENT_UNKNOWN(UNKNOWN, "Payment not found"),
    PAYMENT_EXISTS(BROKEN_RULE, "The reference stands for another payment"),
    PUSH_NOT_ALLOWED(BROKEN_RULE, "The sales unit may not send payments straight to the app"),
    CURRENCY_NOT_OFFERED(BROKEN_RULE, "The currency is not that of the sales unit"),
    AMOUNT_TOO_SMALL(BROKEN_RULE, "The amount is smaller than a payment may be"),
    EXPIRY_TOO_SOON(BROKEN_RULE, "The payment must expire in more than ten minutes"),
    EXPIRY_TOO_LATE(BROKEN_RULE, "The payment expires later than the sales unit allows"),
    LONG_LIVING_NOT_ALLOWED(BROKEN_RULE, "The sales unit may not ask for payments that live longer than ten minutes"),
    RECEIPT_MISSING(BROKEN_RULE, "A payment that lives longer than ten minutes needs a receipt"),
    SCOPE_NOT_ALLOWED(BROKEN_RULE, "The sales unit may not ask for this part of the profile"),
    PAYER_TOO_YOUNG(BROKEN_RULE, "The payer is too young, or its age is not known"),
    PAYMENT_CLOSED(WRONG_STATE, "The payment has ended"),
    CAPTURE_TOO_EARLY(WRONG_STATE, "The payment has not been approved"),
    CAPTURE_AFTER_CANCEL(WRONG_STATE, "The payment has been cancelled"),
    CAPTURE_TOO_MUCH(WRONG_STATE, "The amount is more than is still reserved"),
    CAPTURE_TOO_LATE(WRONG_STATE, "The time to capture is over"),
    CAPTURED_ALREADY(WRONG_STATE, "All of the payment has been captured"),
    CAPTURE_NOT_POSSIBLE(WRONG_STATE, "The payment has ended without being approved"),
    CAPTURE_REFUSED(WRONG_STATE, "The card acquirer refused the capture"),
    REFUND_TOO_EARLY(WRONG_STATE, "The payment has not been approved, so nothing can be refunded"),
    REFUND_TOO_MUCH(WRONG_STATE, "The amount is more than is captured and not refunded"),
    REFUND_TOO_LATE(WRONG_STATE, "The time to refund is over"),
    REFUNDED_ALREADY(WRONG_STATE, "All that was captured has been refunded"),
    REFUND_NOT_POSSIBLE(WRONG_STATE, "The payment has ended without being captured"),
    REFUND_REFUSED(WRONG_STATE, "The card acquirer refused the refund"),
    CANCEL_AFTER_CAPTURE(WRONG_STATE, "All of the payment has been captured: only a refund is possible"),
    CANCEL_OF_NOTHING(WRONG_STATE, "The payment has ended without being approved: there is nothing to release"),
    CANCEL_AUTHORIZED(WRONG_STATE, "The payment has been approved, and only one that has not is to be cancelled"),
    CANCEL_NOT_POSSIBLE(WRONG_STATE, "The payment has been cancelled before"),
    CANCEL_REFUSED(WRONG_STATE, "The card acquirer refused to release the money"),
    APPROVAL_NOT_ALLOWED(BROKEN_RULE, "Only payments of test sales units can be approved in the payer's place"),
    APPROVAL_REFUSED(WRONG_STATE, "The payer's card was refused"),
    OUTCOME_UNKNOWN(WRONG_STATE, "What became of it is not known yet"),
    PAYMENT_EXPIRED(WRONG_STATE, "The time to pay is over"),
    CONFIRMATION_NOT_WANTED(WRONG_STATE, "The payment is not to be confirmed"),
    CONFIRMED_OTHERWISE(WRONG_STATE, "The payment has been confirmed with other data"),
    TRANSFER_UNKNOWN(UNKNOWN, "Transfer not found"),
    TRANSFER_NOT_ASSIGNABLE(WRONG_STATE, "The transfer cannot pay this payment"),
    REGISTRATION_UNKNOWN(UNKNOWN, "Webhook registration not found"),
    TOO_MANY_REGISTRATIONS(BROKEN_RULE, "There are 25 webhooks for one of these events already"),
    ORDER_UNKNOWN(UNKNOWN, "Order not found"),
    CATEGORY_UNKNOWN(UNKNOWN, "Category not found"),
    RECEIPT_EXISTS(WRONG_STATE, "The order has a receipt, which cannot change"),
    IMAGE_UNKNOWN(UNKNOWN, "Image not found"),
    IMAGE_EXISTS(WRONG_STATE, "There is an image with this id already"),
    PROFILE_UNKNOWN(UNKNOWN, "User not found"),
    PROFILE_CLOSED(BROKEN_RULE, "The user shares nothing any more"),
    KEY_REUSED(WRONG_STATE, "The idempotency key was used for another request"),
    KEY_IN_USE(WRONG_STATE, "The first request with this idempotency key is still being worked on");

    /** What the caller should do about it: mend the request, look elsewhere, or stop. */
    public enum Kind {
        BROKEN_RULE,
        UNKNOWN,
        WRONG_STATE
    }

    private final Kind kind;
    private final String summary;

    ProblemCode(Kind kind, String summary) {
        this.kind = kind;
        this.summary = summary;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, for people. */
    public String summary() {
        return summary;
    }
}
