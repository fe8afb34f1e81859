package io.caravan.dialect.paymentinvoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.problem.TooMany;
import io.caravan.json.StrictJson;
import java.util.List;
import java.util.Locale;

/**
 * How the API says no: as JSON:API errors, each with its place in the request. A new {@link ProblemCode} does not compile
 * until there is an answer to it.
 */
final class Errors {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String ATTRIBUTES = "/data/attributes/";
    private static final int UNPROCESSABLE = 422;

    private Errors() {}

    private record Document(List<Fault> errors) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Fault(String id, String status, String code, String title, String detail, Source source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Source(String pointer, String parameter, String header) {}

    /** The answer to a request that failed for this reason; one that nobody foresaw tells nothing of itself. */
    static Answer answer(Throwable reason, String correlationId) {
        if (reason instanceof InvalidInput invalid) {
            return answer(invalid, correlationId);
        }
        if (reason instanceof Problem problem) {
            return answer(problem, correlationId);
        }
        if (reason instanceof Busy busy) {
            return answer(Refusal.BUSY, correlationId)
                    .with(RETRY_AFTER, String.valueOf(busy.retryAfter().toSeconds()));
        }
        if (reason instanceof TooMany tooMany) {
            return answer(Refusal.TOO_MANY, correlationId)
                    .with(RETRY_AFTER, String.valueOf(1 + tooMany.retryAfter().toSeconds()));
        }
        return answer(reason instanceof Forbidden ? Refusal.FORBIDDEN : Refusal.BROKEN, correlationId);
    }

    static Answer answer(Refusal refusal, String correlationId) {
        return answer(
                refusal.status(),
                List.of(new Fault(
                        correlationId, String.valueOf(refusal.status()), null, refusal.summary(), null, null)));
    }

    private static Answer answer(InvalidInput invalid, String correlationId) {
        var faults = invalid.violations().stream()
                .map(violation -> fault(violation, correlationId))
                .toList();
        var first = Integer.parseInt(faults.get(0).status());
        var isOneKind = faults.stream()
                .allMatch(fault -> fault.status().equals(faults.get(0).status()));
        return answer(isOneKind ? first : UNPROCESSABLE, faults);
    }

    private static Fault fault(Violation violation, String correlationId) {
        var field = violation.field();
        var status = status(field, violation.message());
        var title =
                switch (status) {
                    case 400 -> "The request cannot be read";
                    case 403 -> "Ids are given here";
                    case 406 -> "The answer has another media type";
                    case 409 -> "Another type of resource is wanted here";
                    default -> "The request is not valid";
                };
        return new Fault(
                correlationId,
                String.valueOf(status),
                null,
                title,
                violation.message(),
                field.isEmpty() ? null : source(field));
    }

    private static int status(String field, String message) {
        return switch (field) {
            case "" -> 400;
            case "Accept" -> 406;
            case "/data/id" -> 403;
            case "/data/type" -> message.startsWith("must be ") ? 409 : UNPROCESSABLE;
            default -> field.startsWith("?") ? 400 : UNPROCESSABLE;
        };
    }

    /** The core knows fields by their names, and what is confirmed by its place. */
    private static Source source(String field) {
        if (field.equals("Accept")) {
            return new Source(null, null, field);
        }
        if (field.startsWith("?")) {
            return new Source(null, field.substring(1), null);
        }
        if (field.startsWith("/")) {
            return new Source(field, null, null);
        }
        return new Source(field.startsWith("payload/") ? "/" + field : ATTRIBUTES + field, null, null);
    }

    private static Answer answer(Problem problem, String correlationId) {
        var code = problem.code();
        var status = status(code);
        var source =
                switch (code) {
                    case PAYMENT_EXISTS -> source("reference_id");
                    case AMOUNT_NOT_AVAILABLE -> source("amount");
                    default -> null;
                };
        return answer(
                status,
                List.of(new Fault(
                        correlationId,
                        String.valueOf(status),
                        code.name().toLowerCase(Locale.ROOT),
                        code.summary(),
                        null,
                        source)));
    }

    private static int status(ProblemCode code) {
        return switch (code) {
            case PAYMENT_UNKNOWN,
                    INVOICE_UNKNOWN,
                    CALLBACK_UNKNOWN,
                    CONSENT_UNKNOWN,
                    TRANSFER_UNKNOWN,
                    REGISTRATION_UNKNOWN,
                    ORDER_UNKNOWN,
                    CATEGORY_UNKNOWN,
                    IMAGE_UNKNOWN,
                    PROFILE_UNKNOWN -> 404;
            case PAYMENT_EXPIRED -> 410;
            case PAYMENT_CLOSED,
                    CONFIRMATION_NOT_WANTED,
                    CONFIRMED_OTHERWISE,
                    TRANSFER_NOT_ASSIGNABLE,
                    PAYMENT_IN_PROGRESS,
                    OUTCOME_UNKNOWN,
                    KEY_REUSED,
                    KEY_IN_USE -> 409;
            case PAYMENT_EXISTS,
                    AMOUNT_NOT_AVAILABLE,
                    ISSUER_UNKNOWN,
                    ISSUER_NOT_ENABLED,
                    ISSUER_WITHOUT_ACCOUNT,
                    PAYER_UNKNOWN,
                    PAYER_UNAVAILABLE,
                    DUE_DATE_PASSED,
                    DUE_DATE_TOO_FAR,
                    ISSUE_DATE_IN_FUTURE,
                    AMOUNT_NOT_POSITIVE,
                    AMOUNT_TOO_LARGE,
                    INVOICE_EXISTS,
                    DAILY_LIMIT_REACHED,
                    INVOICE_ALREADY_PAID,
                    INVOICE_CLOSED,
                    INVOICE_NOT_ACCEPTED,
                    ENDPOINT_MISSING,
                    SECRETS_CHANGED_TOO_OFTEN,
                    CONSENT_NOT_POSSIBLE,
                    CONSENT_NOT_ASKED,
                    CONSENT_ANSWERED,
                    PUSH_NOT_ALLOWED,
                    CURRENCY_NOT_OFFERED,
                    AMOUNT_TOO_SMALL,
                    EXPIRY_TOO_SOON,
                    EXPIRY_TOO_LATE,
                    LONG_LIVING_NOT_ALLOWED,
                    RECEIPT_MISSING,
                    SCOPE_NOT_ALLOWED,
                    PAYER_TOO_YOUNG,
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
                    TOO_MANY_REGISTRATIONS,
                    RECEIPT_EXISTS,
                    IMAGE_EXISTS,
                    PROFILE_CLOSED -> UNPROCESSABLE;
        };
    }

    private static Answer answer(int status, List<Fault> faults) {
        return Answer.json(status, StrictJson.bytes(new Document(faults)));
    }
}
