package io.caravan.dialect.mobilepay;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.util.Optional;
import java.util.stream.Collectors;

/** How MobilePay says no. A new {@link ProblemCode} does not compile until there is an answer to it. */
final class Errors {

    private static final String INPUT_ERROR = "InputError";
    private static final String DOMAIN_ERROR = "DomainError";
    private static final String SERVER_ERROR = "ServerError";
    private static final String RETRY_AFTER = "Retry-After";

    /** The number of an error, if it has one, and its text. */
    record Words(Optional<String> code, String description) {

        private static Words of(String code, String description) {
            return new Words(Optional.of(code), description);
        }
    }

    private final int dailyLimit;

    Errors(int dailyLimit) {
        this.dailyLimit = dailyLimit;
    }

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    Answer answer(Throwable reason, String correlationId) {
        if (reason instanceof InvalidInput invalid) {
            return envelope(400, INPUT_ERROR, new Words(Optional.empty(), faults(invalid)), correlationId);
        }
        if (reason instanceof Problem problem) {
            return answer(problem.code(), correlationId);
        }
        if (reason instanceof Busy busy) {
            return answer(Refusal.BUSY, correlationId)
                    .with(RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        return answer(reason instanceof Forbidden ? Refusal.FORBIDDEN : Refusal.BROKEN, correlationId);
    }

    Answer answer(Refusal refusal, String correlationId) {
        var error =
                switch (refusal) {
                    case MALFORMED,
                            UNAUTHENTICATED,
                            FORBIDDEN,
                            METHOD_NOT_ALLOWED,
                            TOO_SLOW,
                            TOO_LARGE,
                            MEDIA_TYPE,
                            TOO_MANY -> INPUT_ERROR;
                    case NOT_FOUND -> DOMAIN_ERROR;
                    case BROKEN, BUSY -> SERVER_ERROR;
                };
        return envelope(refusal.status(), error, new Words(Optional.empty(), refusal.summary()), correlationId);
    }

    private Answer answer(ProblemCode code, String correlationId) {
        int status =
                switch (code.kind()) {
                    case BROKEN_RULE, WRONG_STATE -> 409;
                    case UNKNOWN -> 404;
                };
        var answer = envelope(status, DOMAIN_ERROR, words(code), correlationId);
        return code == ProblemCode.KEY_IN_USE ? answer.with(RETRY_AFTER, "1") : answer;
    }

    Words words(ProblemCode code) {
        return switch (code) {
            case AMOUNT_NOT_POSITIVE -> Words.of("10008", "Total amount must be greater than 0");
            case PAYER_UNKNOWN -> Words.of("10101", "MobilePay user not found");
            case PAYER_UNAVAILABLE -> Words.of("10102", "MobilePay user not available");
            case INVOICE_EXISTS -> Words.of("10104", "Invoice already exists");
            case AMOUNT_TOO_LARGE -> Words.of("10201", "Total invoice amount is exceeded");
            case ISSUER_NOT_ENABLED -> Words.of("10202", "Invoice issuer not found");
            case ISSUER_WITHOUT_ACCOUNT -> Words.of("10203", "Account validation error");
            case ISSUER_UNKNOWN -> Words.of("10303", "Invoice issuer not found");
            case DUE_DATE_TOO_FAR -> Words.of("10310", "DueDate must be no later than 400 days from today");
            case DUE_DATE_PASSED -> Words.of("10311", "DueDate must be today or later");
            case ISSUE_DATE_IN_FUTURE -> Words.of("10312", "IssueDate must be no later than today");
            case DAILY_LIMIT_REACHED ->
                Words.of(
                        "10314",
                        "Your daily limit has been reached. No more than " + dailyLimit
                                + " invoices can be created per consumer per merchant per day.");
            case INVOICE_ALREADY_PAID -> Words.of("10504", "Invoice has already been paid");
            case INVOICE_CLOSED -> Words.of("10505", "Invoice can no longer be canceled");
            case PAYMENT_IN_PROGRESS -> Words.of("10506", "Payment in progress");
            case INVOICE_NOT_ACCEPTED -> Words.of("10507", "Invoice link has not been accepted yet");
            case INVOICE_UNKNOWN,
                    AMOUNT_NOT_AVAILABLE,
                    CALLBACK_UNKNOWN,
                    ENDPOINT_MISSING,
                    SECRETS_CHANGED_TOO_OFTEN,
                    CONSENT_UNKNOWN,
                    CONSENT_NOT_POSSIBLE,
                    CONSENT_NOT_ASKED,
                    PAYMENT_EXPIRED,
                    CONFIRMATION_NOT_WANTED,
                    CONFIRMED_OTHERWISE,
                    TRANSFER_UNKNOWN,
                    TRANSFER_NOT_ASSIGNABLE,
                    CONSENT_ANSWERED,
                    PAYMENT_UNKNOWN,
                    PAYMENT_EXISTS,
                    PUSH_NOT_ALLOWED,
                    CURRENCY_NOT_OFFERED,
                    AMOUNT_TOO_SMALL,
                    EXPIRY_TOO_SOON,
                    EXPIRY_TOO_LATE,
                    LONG_LIVING_NOT_ALLOWED,
                    RECEIPT_MISSING,
                    SCOPE_NOT_ALLOWED,
                    PAYER_TOO_YOUNG,
                    PAYMENT_CLOSED,
                    CAPTURE_TOO_EARLY,
                    CAPTURE_AFTER_CANCEL,
                    CAPTURE_TOO_MUCH,
                    CAPTURE_TOO_LATE,
                    CAPTURED_ALREADY,
                    CAPTURE_NOT_POSSIBLE,
                    CAPTURE_REFUSED,
                    REFUND_TOO_EARLY,
                    REFUND_TOO_MUCH,
                    REFUND_TOO_LATE,
                    REFUNDED_ALREADY,
                    REFUND_NOT_POSSIBLE,
                    REFUND_REFUSED,
                    CANCEL_AFTER_CAPTURE,
                    CANCEL_OF_NOTHING,
                    CANCEL_AUTHORIZED,
                    CANCEL_NOT_POSSIBLE,
                    CANCEL_REFUSED,
                    APPROVAL_NOT_ALLOWED,
                    APPROVAL_REFUSED,
                    OUTCOME_UNKNOWN,
                    REGISTRATION_UNKNOWN,
                    TOO_MANY_REGISTRATIONS,
                    ORDER_UNKNOWN,
                    CATEGORY_UNKNOWN,
                    RECEIPT_EXISTS,
                    IMAGE_UNKNOWN,
                    IMAGE_EXISTS,
                    PROFILE_UNKNOWN,
                    PROFILE_CLOSED,
                    KEY_REUSED,
                    KEY_IN_USE -> new Words(Optional.empty(), code.summary());
        };
    }

    private static String faults(InvalidInput invalid) {
        return invalid.violations().stream().map(fault -> text(fault) + "\r\n").collect(Collectors.joining());
    }

    static String text(InvalidInput.Violation fault) {
        return "input" + (fault.field().isEmpty() ? "" : "." + fault.field()) + " : " + fault.message();
    }

    private static Answer envelope(int status, String error, Words words, String correlationId) {
        return Answer.json(status, JsonText.object(json -> json.put("correlation_id", correlationId)
                .put("error", error)
                .put("error_code", words.code())
                .put("error_description", words.description())
                .put("error_context", "Invoices")));
    }
}
