package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.payment.SessionRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The acquirer's pages, and what follows from visits to them, over HTTP. */
class PspSessionRouteTests extends WithAcquirer {

    private static final String PAGE = "https://psp.example/pages/se_1";

    private final InvoiceId invoice = world.anInvoiceFor(world.aPayer());

    @Test
    void aPayerIsSentToThePageOfTheAcquirer() {
        var session = open();

        assertThat(session.state()).isEqualTo(OperationState.WAITING);
        assertThat(session.page()).flatMap(ProviderPage::url).contains(URI.create(PAGE));
        ACQUIRER.verify(
                1,
                postRequestedFor(urlEqualTo("/sessions"))
                        .withHeader("Idempotency-Key", equalTo(session.id().toString()))
                        .withRequestBody(equalToJson(
                                """
                                {"reference": "%s", "amount": 36000, "currency": "DKK",
                                 "text": "Reference of more than thirty ", "returnUrl": "https://shop.example/back"}"""
                                        .formatted(session.payment()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/relative", "ftp://psp.example/x", "https:", "no url"})
    void aPageThatIsNoPageIsNotShown(String url) {
        ACQUIRER.stubFor(post("/sessions")
                .willReturn(jsonResponse(
                                """
                {"id": "se_1", "status": "open", "reference": "{{jsonPath request.body '$.reference'}}", "amount": 36000,
                 "currency": "DKK", "url": "%s"}"""
                                        .formatted(url),
                                201)
                        .withTransformers("response-template")));

        assertThat(visit().page()).flatMap(ProviderPage::url).isEmpty();
    }

    @Test
    void aPageWhoseAnswerWasLostIsAskedAboutAndBlocksNobody() {
        ACQUIRER.stubFor(post("/sessions").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        var lost = visit();

        assertThat(lost.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(world.invoice(invoice).claim()).isEmpty();
        know(lost, "open", 200);
        world.realTime.advance(Duration.ofMinutes(1));
        chase();
        assertThat(world.operation(lost.id()).state()).isEqualTo(OperationState.WAITING);
    }

    @Test
    void whatThePayerReservedIsCapturedAndPays() {
        var session = open();
        know(session, "authorized", 200);
        move(session, "capture", "captured", 201);

        routes.producer.requestBody("direct:return-from-page", session.id());
        assertThat(world.paymentOf(session.id()).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        sendWhatFollows();

        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        ACQUIRER.verify(
                1,
                postRequestedFor(urlEqualTo("/payments/se_1/capture"))
                        .withRequestBody(equalToJson(
                                """
                                {"reference": "%s", "amount": 36000, "currency": "DKK"}"""
                                        .formatted(session.payment()))));
    }

    @Test
    void whatIsReservedForAnInvoiceThatIsPaidIsReleased() {
        var session = open();
        close();
        know(session, "authorized", 200);
        move(session, "cancel", "cancelled", 201);

        routes.producer.requestBody("direct:return-from-page", session.id());
        sendWhatFollows();

        assertThat(world.paymentOf(session.id()).cancelled().minor()).isEqualTo(36000);
    }

    @ParameterizedTest
    @CsvSource({"refunded, 201, 36000", "refused, 402, 0"})
    void lateMoneyIsRefundedUnlessTheAcquirerRefuses(String status, int code, long refunded) {
        var session = open();
        know(session, "authorized", 200);
        routes.producer.requestBody("direct:return-from-page", session.id());
        close();
        move(session, "capture", "captured", 201);
        move(session, "refund", status, code);

        sendWhatFollows();

        assertThat(world.paymentOf(session.id()).captured().minor()).isEqualTo(36000);
        assertThat(world.paymentOf(session.id()).refunded().minor()).isEqualTo(refunded);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CANCELED);
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/payments/se_1/refund")));
    }

    @ParameterizedTest
    @CsvSource({"abandoned, ABORTED", "expired, EXPIRED", "declined, FAILED"})
    void aVisitThatCameToNothingEndsThePayment(String status, PaymentStatus end) {
        var session = open();
        know(session, status, 200);

        world.realTime.advance(Duration.ofMinutes(2));
        chase();

        assertThat(world.paymentOf(session.id()).status()).isEqualTo(end);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }

    @Test
    void aPageThatStaysOpenIsAskedAboutAtGrowingWaits() {
        var session = open();
        know(session, "open", 200);

        var minutes = IntStream.range(0, 40)
                .filter(minute -> {
                    world.realTime.advance(Duration.ofMinutes(1));
                    return chase() > 0;
                })
                .boxed()
                .toList();

        assertThat(minutes).containsExactly(0, 1, 3, 7, 15, 23, 31, 39);
        assertThat(world.operation(session.id()).state()).isEqualTo(OperationState.WAITING);
        assertThat(world.sounded).isEmpty();
    }

    @Test
    void aPageThatTheAcquirerHasForgottenRaisesTheAlarmAndIsNotOpenedAgain() {
        var session = open();
        ACQUIRER.stubFor(get(urlEqualTo("/operations/" + session.id()))
                .willReturn(aResponse().withStatus(404)));

        world.realTime.advance(Duration.ofMinutes(10));
        chase();

        assertThat(world.operation(session.id()).state()).isEqualTo(OperationState.WAITING);
        assertThat(world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/sessions")));
    }

    @Test
    void anAuthorizationOfAnotherSessionIsNotBelieved() {
        var session = open();
        ACQUIRER.stubFor(get(urlEqualTo("/operations/" + session.id()))
                .willReturn(jsonResponse(body("se_2", "authorize", "authorized", session), 200)));

        world.realTime.advance(Duration.ofMinutes(10));
        chase();

        assertThat(world.operation(session.id()).state()).isEqualTo(OperationState.WAITING);
        assertThat(world.sounded.get(0).what()).isEqualTo("answer se_2 speaks of another id");
    }

    @Test
    void aCaptureWithoutAnAnswerIsAskedAboutAndNotRepeated() {
        var session = open();
        know(session, "authorized", 200);
        ACQUIRER.stubFor(post("/payments/se_1/capture").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        routes.producer.requestBody("direct:return-from-page", session.id());
        sendWhatFollows();
        var capture = only(session, OperationKind.CAPTURE);
        assertThat(capture.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(world.invoice(invoice).claim()).isPresent();

        ACQUIRER.stubFor(get(urlEqualTo("/operations/" + capture.id()))
                .willReturn(jsonResponse(body("cap_1", "capture", "captured", session), 200)));
        world.realTime.advance(Duration.ofMinutes(1));
        chase();

        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/payments/se_1/capture")));
    }

    /** A page that waits for its payer. */
    private Operation open() {
        ACQUIRER.stubFor(post("/sessions")
                .willReturn(jsonResponse(
                                """
                {"id": "se_1", "status": "open", "reference": "{{jsonPath request.body '$.reference'}}", "amount": 36000,
                 "currency": "DKK", "url": "%s", "expiresAt": "2026-03-12T11:30:00Z"}"""
                                        .formatted(PAGE),
                                201)
                        .withTransformers("response-template")));
        return visit();
    }

    private Operation visit() {
        var request = new SessionRequest(invoice, Optional.empty(), URI.create("https://shop.example/back"));
        return routes.producer.requestBody("direct:start-session", request, Operation.class);
    }

    private void know(Operation session, String status, int code) {
        ACQUIRER.stubFor(get(urlEqualTo("/operations/" + session.id()))
                .willReturn(jsonResponse(body("se_1", "authorize", status, session), code)));
    }

    private void move(Operation session, String kind, String status, int code) {
        ResponseDefinitionBuilder answer = jsonResponse(body("mv_" + kind, kind, status, session), code);
        ACQUIRER.stubFor(post("/payments/se_1/" + kind).willReturn(answer));
    }

    private static String body(String id, String kind, String status, Operation session) {
        return """
                {"id": "%s", "kind": "%s", "status": "%s", "reference": "%s", "amount": 36000, "currency": "DKK"}"""
                .formatted(id, kind, status, session.payment());
    }

    private void close() {
        world.jdbc.update("update invoice set status = 'CANCELED', claim = null where id = ?", invoice.value());
    }

    private void sendWhatFollows() {
        routes.producer.sendBody("direct:send-operations", null);
    }

    private int chase() {
        var taken = world.chaseOperations.chase();
        taken.forEach(instruction -> routes.producer.sendBody("direct:channel-psp-ask", instruction));
        return taken.size();
    }

    private Operation only(Operation session, OperationKind kind) {
        var operations = world.inTransaction(() -> world.payments.operations(session.payment()));
        return operations.stream()
                .filter(operation -> operation.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
