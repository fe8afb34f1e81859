package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the Mobile Invoice API says no: in words, and by field. */
final class Errors {

    private static final String RETRY_AFTER = "Retry-After";

    private Errors() {}

    private record Words(String message, Map<String, List<String>> errors) {}

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    static Answer answer(Throwable reason) {
        if (reason instanceof InvalidInput invalid) {
            var status = invalid.violations().get(0).field().equals("Accept") ? 406 : 400;
            return answer(status, message(invalid), faults(invalid));
        }
        if (reason instanceof Problem problem) {
            return answer(problem);
        }
        if (reason instanceof Busy busy) {
            return answer(Refusal.BUSY)
                    .with(RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        return answer(reason instanceof Forbidden ? Refusal.FORBIDDEN : Refusal.BROKEN);
    }

    /** A parameter that is missing is told in the words that clients know. */
    private static String message(InvalidInput invalid) {
        return Optional.of(invalid.violations().get(0).message())
                .filter(words -> words.startsWith("Missing required parameter "))
                .orElse("The request is invalid.");
    }

    static Answer answer(Refusal refusal) {
        return answer(refusal.status(), refusal.summary(), Map.of());
    }

    static Answer answer(int status, String message, Map<String, List<String>> errors) {
        return Answer.json(status, StrictJson.bytes(new Words(message, errors)));
    }

    private static Answer answer(Problem problem) {
        int status =
                switch (problem.code().kind()) {
                    case BROKEN_RULE, WRONG_STATE -> 409;
                    case UNKNOWN -> 404;
                };
        var words = words(problem);
        var answer = answer(status, words, Map.of());
        return problem.code() == ProblemCode.KEY_IN_USE ? answer.with(RETRY_AFTER, "1") : answer;
    }

    static String words(Problem problem) {
        return switch (problem.code()) {
            case INVOICE_EXISTS -> "The referenceId has been used already.";
            case INVOICE_UNKNOWN -> problem.subject().endsWith(".") ? problem.subject() : "Pre-transaction not found.";
            case INVOICE_ALREADY_PAID -> "The pre-transaction has been paid already.";
            case INVOICE_CLOSED -> "The pre-transaction is closed.";
            case ISSUER_UNKNOWN,
                    ISSUER_NOT_ENABLED,
                    ISSUER_WITHOUT_ACCOUNT,
                    PAYER_UNKNOWN,
                    PAYER_UNAVAILABLE,
                    DUE_DATE_PASSED,
                    DUE_DATE_TOO_FAR,
                    ISSUE_DATE_IN_FUTURE,
                    AMOUNT_NOT_POSITIVE,
                    AMOUNT_TOO_LARGE,
                    DAILY_LIMIT_REACHED,
                    INVOICE_NOT_ACCEPTED,
                    PAYMENT_IN_PROGRESS,
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
                    KEY_IN_USE -> problem.code().summary();
        };
    }

    /** As partners know it: one of the core's names is that of another API. */
    private static String name(String field) {
        return switch (field) {
            case "" -> "body";
            case "CallbackUrl" -> "url";
            default -> field;
        };
    }

    static Map<String, List<String>> faults(InvalidInput invalid) {
        return invalid.violations().stream()
                .collect(Collectors.groupingBy(
                        fault -> name(fault.field()),
                        LinkedHashMap::new,
                        Collectors.mapping(Violation::message, Collectors.toList())));
    }
}
