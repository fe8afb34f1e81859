package io.caravan.dialect.epayment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.problem.TooMany;
import io.caravan.json.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the ePayment API and its webhooks say no: as problem details (RFC 9457), with the fields that are wrong or the
 * number of the error among the details. A new {@link ProblemCode} does not compile until there is an answer to it.
 */
final class Errors {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String MORE = "See extraDetails for further details";

    private Errors() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ProblemDetails(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String traceId,
            List<Extra> extraDetails) {}

    private record Extra(String name, String reason) {}

    /**
     * What a problem is called.
     *
     * @param code the number that the API gives it, if it has one
     */
    private record Words(int status, Optional<String> code) {

        private static Words of(int status, String code) {
            return new Words(status, Optional.of(code));
        }

        private static Words of(int status) {
            return new Words(status, Optional.empty());
        }
    }

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    static Answer answer(Throwable reason, String correlationId, String path) {
        if (reason instanceof InvalidInput invalid) {
            var faults = invalid.violations().stream()
                    .map(fault -> new Extra(fault.field().isEmpty() ? "body" : fault.field(), fault.message()));
            var codes = FaultCodes.of(invalid).stream().map(code -> new Extra("ErrorCode", code));
            return answer(
                    400,
                    "Bad Request",
                    MORE,
                    path,
                    correlationId,
                    Stream.concat(faults, codes).toList());
        }
        if (reason instanceof Problem problem) {
            return answer(problem, correlationId, path);
        }
        if (reason instanceof Busy busy) {
            return answer(Refusal.BUSY, null, correlationId)
                    .with(RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        if (reason instanceof TooMany tooMany) {
            return answer(Refusal.TOO_MANY, null, correlationId)
                    .with(RETRY_AFTER, String.valueOf(1 + tooMany.retryAfter().toSeconds()));
        }
        return answer(reason instanceof Forbidden ? Refusal.FORBIDDEN : Refusal.BROKEN, null, correlationId);
    }

    /** @param why in a few words; null if there is nothing to add */
    static Answer answer(Refusal refusal, String why, String correlationId) {
        return answer(refusal.status(), refusal.summary(), why, null, correlationId, null);
    }

    private static Answer answer(Problem problem, String correlationId, String path) {
        var words = problem.code() == ProblemCode.KEY_REUSED ? keyReused(path) : words(problem.code());
        var extras = words.code().map(code -> List.of(new Extra("ErrorCode", code)));
        var answer = answer(
                words.status(),
                problem.code().summary(),
                extras.isPresent() ? MORE : null,
                path,
                correlationId,
                extras.orElse(null));
        return problem.code() == ProblemCode.KEY_IN_USE ? answer.with(RETRY_AFTER, "1") : answer;
    }

    /** Each of these has a number of its own for the same mistake. */
    private static Words keyReused(String path) {
        if (path.endsWith("/capture")) {
            return Words.of(409, "4010");
        }
        return Words.of(409, path.endsWith("/refund") ? "4150" : "4020");
    }

    private static Words words(ProblemCode code) {
        return switch (code) {
            case PAYER_UNKNOWN, PAYER_UNAVAILABLE -> Words.of(400, "7010");
            case AMOUNT_NOT_POSITIVE -> Words.of(400, "6010");
            case AMOUNT_TOO_LARGE -> Words.of(400, "4040");
            case PAYMENT_UNKNOWN -> Words.of(404, "5090");
            case PAYMENT_EXISTS -> Words.of(409, "4150");
            case PUSH_NOT_ALLOWED -> Words.of(400, "5080");
            case CURRENCY_NOT_OFFERED -> Words.of(400, "5040");
            case AMOUNT_TOO_SMALL -> Words.of(400, "6010");
            case EXPIRY_TOO_SOON -> Words.of(400, "6120");
            case EXPIRY_TOO_LATE -> Words.of(400, "6110");
            case LONG_LIVING_NOT_ALLOWED -> Words.of(400, "5050");
            case RECEIPT_MISSING -> Words.of(400, "6130");
            case SCOPE_NOT_ALLOWED -> Words.of(400, "5030");
            case PAYER_TOO_YOUNG -> Words.of(400, "7010");
            case CAPTURE_TOO_EARLY -> Words.of(400, "6080");
            case CAPTURE_AFTER_CANCEL -> Words.of(400, "6070");
            case CAPTURE_TOO_MUCH -> Words.of(400, "6090");
            case CAPTURE_TOO_LATE -> Words.of(400, "6100");
            case CAPTURED_ALREADY -> Words.of(400, "6170");
            case CAPTURE_NOT_POSSIBLE -> Words.of(400, "6200");
            case CAPTURE_REFUSED -> Words.of(400, "6280");
            case REFUND_TOO_EARLY -> Words.of(400, "6020");
            case REFUND_TOO_MUCH -> Words.of(400, "6150");
            case REFUND_TOO_LATE -> Words.of(400, "6220");
            case REFUNDED_ALREADY -> Words.of(400, "6180");
            case REFUND_NOT_POSSIBLE -> Words.of(400, "6210");
            case REFUND_REFUSED -> Words.of(400, "5100");
            case CANCEL_AFTER_CAPTURE -> Words.of(400, "6040");
            case CANCEL_OF_NOTHING -> Words.of(400, "6050");
            case CANCEL_AUTHORIZED -> Words.of(400, "6060");
            case CANCEL_NOT_POSSIBLE, CANCEL_REFUSED -> Words.of(400, "6190");
            case APPROVAL_NOT_ALLOWED -> Words.of(400, "10020");
            case APPROVAL_REFUSED, PAYMENT_CLOSED -> Words.of(400, "10010");
            case AMOUNT_NOT_AVAILABLE -> Words.of(400, "6160");
            case OUTCOME_UNKNOWN -> Words.of(500, "3010");
            case PAYMENT_IN_PROGRESS -> Words.of(423, "6250");
            case KEY_REUSED, KEY_IN_USE -> Words.of(409, "4020");
            case INVOICE_UNKNOWN,
                    CALLBACK_UNKNOWN,
                    CONSENT_UNKNOWN,
                    REGISTRATION_UNKNOWN,
                    ORDER_UNKNOWN,
                    CATEGORY_UNKNOWN,
                    IMAGE_UNKNOWN,
                    PROFILE_UNKNOWN -> Words.of(404);
            case ISSUER_UNKNOWN,
                    ISSUER_NOT_ENABLED,
                    ISSUER_WITHOUT_ACCOUNT,
                    DUE_DATE_PASSED,
                    DUE_DATE_TOO_FAR,
                    ISSUE_DATE_IN_FUTURE,
                    INVOICE_EXISTS,
                    DAILY_LIMIT_REACHED,
                    INVOICE_ALREADY_PAID,
                    INVOICE_CLOSED,
                    INVOICE_NOT_ACCEPTED,
                    ENDPOINT_MISSING,
                    SECRETS_CHANGED_TOO_OFTEN,
                    CONSENT_NOT_POSSIBLE,
                    CONSENT_NOT_ASKED,
                    PAYMENT_EXPIRED,
                    CONFIRMATION_NOT_WANTED,
                    CONFIRMED_OTHERWISE,
                    TRANSFER_UNKNOWN,
                    TRANSFER_NOT_ASSIGNABLE,
                    CONSENT_ANSWERED,
                    TOO_MANY_REGISTRATIONS,
                    RECEIPT_EXISTS,
                    IMAGE_EXISTS,
                    PROFILE_CLOSED -> Words.of(400);
        };
    }

    private static Answer answer(
            int status, String title, String detail, String instance, String correlationId, List<Extra> extras) {
        var details = new ProblemDetails(
                "https://httpstatuses.io/" + status, title, status, detail, instance, correlationId, extras);
        return new Answer(status, "application/problem+json", StrictJson.bytes(details), Map.of());
    }
}
