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
