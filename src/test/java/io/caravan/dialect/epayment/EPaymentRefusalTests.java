package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sales units read when it went wrong. */
class EPaymentRefusalTests extends EPaymentWords {

    private static final String TRACE = "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2";

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_UNKNOWN,404,5090", "PAYMENT_EXISTS,409,4150", "PUSH_NOT_ALLOWED,400,5080",
        "CURRENCY_NOT_OFFERED,400,5040", "AMOUNT_TOO_SMALL,400,6010", "EXPIRY_TOO_SOON,400,6120",
        "EXPIRY_TOO_LATE,400,6110", "LONG_LIVING_NOT_ALLOWED,400,5050", "RECEIPT_MISSING,400,6130",
        "SCOPE_NOT_ALLOWED,400,5030", "PAYER_TOO_YOUNG,400,7010", "PAYER_UNKNOWN,400,7010",
        "CAPTURE_TOO_EARLY,400,6080", "CAPTURE_AFTER_CANCEL,400,6070", "CAPTURE_TOO_MUCH,400,6090",
        "CAPTURE_TOO_LATE,400,6100", "CAPTURED_ALREADY,400,6170", "CAPTURE_NOT_POSSIBLE,400,6200",
        "CAPTURE_REFUSED,400,6280", "REFUND_TOO_EARLY,400,6020", "REFUND_TOO_MUCH,400,6150",
        "REFUND_TOO_LATE,400,6220", "REFUNDED_ALREADY,400,6180", "REFUND_NOT_POSSIBLE,400,6210",
        "REFUND_REFUSED,400,5100", "CANCEL_AFTER_CAPTURE,400,6040", "CANCEL_OF_NOTHING,400,6050",
        "CANCEL_AUTHORIZED,400,6060", "CANCEL_NOT_POSSIBLE,400,6190", "CANCEL_REFUSED,400,6190",
        "APPROVAL_NOT_ALLOWED,400,10020", "APPROVAL_REFUSED,400,10010", "PAYMENT_IN_PROGRESS,423,6250",
        "OUTCOME_UNKNOWN,500,3010", "KEY_IN_USE,409,4020", "AMOUNT_NOT_AVAILABLE,400,6160"
    })
    void eachRefusalHasItsNumber(ProblemCode problem, int status, String code) throws IOException {
        var answer = ePayment.showFailure(Problem.of(problem, "x"), "trace", "/epayment/v1/payments/x/cancel");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        var json = JSON.readTree(answer.body());
        assertThat(json.get("extraDetails").toString())
                .isEqualTo("[{\"name\":\"ErrorCode\",\"reason\":\"" + code + "\"}]");
        assertThat(json.get("type").asText()).isEqualTo("https://httpstatuses.io/" + status);
        assertThat(json.get("traceId").asText()).isEqualTo("trace");
    }

    @ParameterizedTest
    @CsvSource({"capture,4010", "refund,4150", "cancel,4020"})
    void aKeyThatIsUsedForSomethingElseHasTheNumberOfItsPath(String path, String code) {
        var answer =
                ePayment.showFailure(Problem.of(ProblemCode.KEY_REUSED, "key"), "t", "/epayment/v1/payments/x/" + path);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"" + code + "\"");
    }

    @Test
    void aRefusalIsAProblemAsItIsDocumented() throws IOException {
        var answer = ePayment.showFailure(
                Problem.of(ProblemCode.CAPTURE_TOO_MUCH, "modificationAmount"),
                TRACE,
                "/epayment/v1/payments/" + REFERENCE + "/capture");

        assertSame(answer, 400, golden("problem.json"));
    }

    @Test
    void faultsOfFieldsAreAProblemAsItIsDocumented() throws IOException {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(golden("create-web-redirect.json"));
        body.remove("returnUrl");
        var reason = catchThrowableOfType(
                InvalidInput.class, () -> ePayment.readPayment(JSON.writeValueAsBytes(body), caller(), key("k")));

        assertSame(ePayment.showFailure(reason, TRACE, "/epayment/v1/payments"), 400, golden("invalid.json"));
    }
}
