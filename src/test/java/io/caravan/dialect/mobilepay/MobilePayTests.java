package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aCaller;
import static io.caravan.dialect.mobilepay.Fixtures.aMerchant;
import static io.caravan.dialect.mobilepay.Fixtures.anInvoice;
import static io.caravan.dialect.mobilepay.Fixtures.anIssuer;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.support.TestPages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MobilePayTests {

    static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";

    final MobilePay mobilePay = new MobilePay("https://pay.example.org", TestPages.LINKS, 10);

    @Test
    void theAnswerToACreateIsTheId() {
        var request =
                mobilePay.readInvoice(bytes(Golden.read("create-invoice.json")), aCaller(), MERCHANT, Optional.empty());

        assertAnswer(request.answer().apply(anInvoice()), 202, Golden.compact("created.json"));
    }

    @Test
    void detailsAreWrittenAsDocumented() {
        var details = new InvoiceDetails(anInvoice(), anIssuer(), aMerchant(), Optional.empty());

        assertAnswer(mobilePay.showInvoice(details), 200, Golden.compact("invoice.json"));
    }

    @Test
    void aPaidInvoiceNamesItsPayment() {
        var payment = PaymentId.random();
        var accepted = anInvoice().accept(LocalDate.of(2018, 3, 1));

        var answer = mobilePay.showInvoice(
                new InvoiceDetails(accepted, anIssuer(), aMerchant(), Optional.of(payment.toString())));

        assertThat(text(answer))
                .contains("\"PaymentTransactionId\":\"" + payment + "\"")
                .contains("\"PaymentDate\":\"2018-03-01\"")
                .contains("\"Status\":\"accepted\"");
    }

    @Test
    void theStatusIsTold() {
        assertAnswer(mobilePay.showStatus(anInvoice()), 200, Golden.compact("status.json"));
    }

    @Test
    void theMerchantAndItsIssuersAreTold() {
        assertAnswer(mobilePay.showCaller(aCaller()), 200, Golden.compact("me.json"));
        assertAnswer(mobilePay.showIssuers(List.of(anIssuer())), 200, Golden.compact("issuers.json"));
    }

    @Test
    void eventsAreToldInOneBody() {
        var start = Instant.parse("2018-04-24T07:29:47.750026899Z");
        var second = Instant.parse("2018-04-24T07:29:47Z");

        var body = mobilePay
                .callbacks(Duration.ofSeconds(5))
                .body(List.of(
                        event(EventType.INVOICE_CREATED, 0, start, Map.of()),
                        event(EventType.INVOICE_ACCEPTED, 1, second, Map.of(Event.Detail.PAYMENT_DATE, "2018-05-01")),
                        event(EventType.INVOICE_PAID, 2, second, Map.of(Event.Detail.PAYMENT_DATE, "2018-05-01")),
                        event(EventType.INVOICE_INVALID, 0, second, Map.of(Event.Detail.PROBLEM, "ISSUER_UNKNOWN"))));

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(Golden.compact("callback.json"));
    }

    @Test
    void whatHappensToAPaymentIsNotTold() {
        assertThat(mobilePay.callbacks(Duration.ofSeconds(5)).tells(EventType.INVOICE_CANCELED))
                .isTrue();
        assertThat(mobilePay.callbacks(Duration.ofSeconds(5)).tells(EventType.PAYMENT_CAPTURED))
                .isFalse();
    }

    @Test
    void faultsAreListedInOneDescription() {
        var invalid = new InvalidInput(List.of(
                new InvalidInput.Violation("TotalAmount", "Invalid input"), new InvalidInput.Violation("", "is odd")));

        assertAnswer(
                mobilePay.showFailure(invalid, "54ccc98b-7d9f-40ea-8c1a-249d57126c39"),
                400,
                "{\"correlation_id\":\"54ccc98b-7d9f-40ea-8c1a-249d57126c39\",\"error\":\"InputError\","
                        + "\"error_code\":null,\"error_description\":\"input.TotalAmount : Invalid input\\r\\n"
                        + "input : is odd\\r\\n\",\"error_context\":\"Invoices\"}");
    }

    @Test
    void aProblemIsToldWithItsCode() {
        assertAnswer(
                mobilePay.showFailure(Problem.of(ProblemCode.INVOICE_ALREADY_PAID, "x"), "8c15"),
                409,
                "{\"correlation_id\":\"8c15\",\"error\":\"DomainError\",\"error_code\":\"10504\","
                        + "\"error_description\":\"Invoice has already been paid\",\"error_context\":\"Invoices\"}");
    }

    @Test
    void whatNobodyForesawTellsNothing() {
        var answer = mobilePay.showFailure(new IllegalStateException("secret"), "8c15");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).contains("ServerError").doesNotContain("secret");
    }

    @Test
    void aRequestWhoseKeyIsInUseMayComeAgain() {
        var answer = mobilePay.showFailure(Problem.of(ProblemCode.KEY_IN_USE, "x"), "8c15");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void anotherMerchantsPathIsRefusedBeforeTheBodyIsRead() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> mobilePay.readInvoice(
                        bytes("no json"), aCaller(), "0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1, true",
        "/api/v1/merchants/me, true",
        "/api/v10/merchants, false",
        "/epayment/v1/payments, false"
    })
    void itsPathsAreCovered(String path, boolean covered) {
        assertThat(mobilePay.covers(path)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "Application/JSON; charset=UTF-8, true",
        "'application/json; charset=\"utf-8\"', true",
        "application/json-patch+json, true",
        "application/vnd.x+json; v=1, true",
        "text/json, true",
        "application/json; charset=iso-8859-1, false",
        "application/jsonp, false",
        "text/plain, false",
        "application/x-www-form-urlencoded, false",
        "'', false"
    })
    void jsonIsReadUnderAnyOfItsNames(String mediaType, boolean read) {
        assertThat(mobilePay.reads(mediaType)).isEqualTo(read);
    }

    private static Event event(EventType type, int number, Instant at, Map<Event.Detail, String> details) {
        return new Event(
                EventId.next(),
                anInvoice().id().value(),
                number,
                type,
                aMerchant().id(),
                Dialect.MOBILEPAY,
                at,
                details);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void assertAnswer(Answer answer, int status, String body) {
        assertThat(text(answer)).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/json");
    }
}
