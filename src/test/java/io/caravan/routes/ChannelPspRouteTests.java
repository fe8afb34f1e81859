package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPspRouteTests {

    @RegisterExtension
    static final WireMockExtension ACQUIRER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final Payer payer = world.aPayer();
    private final InvoiceId invoice = world.anInvoiceFor(payer);
    private final OperationId charge = world.startPayment.start(now(payer, invoice));
    private final String payment = world.paymentOf(charge).id().toString();
    private PspRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new PspRoutes(world, ACQUIRER.baseUrl(), Map.of());
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void aCardThatIsChargedPaysTheInvoice() {
        answer(good());

        send();

        assertThat(operation().state()).isEqualTo(OperationState.DONE);
        assertThat(operation().providerReference()).contains("ch_1");
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void theAcquirerIsToldOfThePaymentUnderTheIdOfTheOperation() {
        answer(good());

        send();

        ACQUIRER.verify(
                1,
                postRequestedFor(urlEqualTo("/charges"))
                        .withHeader("Idempotency-Key", equalTo(charge.toString()))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withoutHeader("Authorization")
                        .withRequestBody(equalToJson(
                                """
                                {"reference": "%s", "amount": 36000, "currency": "DKK", "card": "%s",
                                 "text": "Reference of more than thirty "}"""
                                        .formatted(payment, payer.card()))));
    }

    @Test
    void nothingOfTheRequestThatLedHereGoesToTheAcquirerOrElsewhere() {
        answer(good());

        routes.producer.sendBodyAndHeaders(
                "direct:channel-psp",
                charge,
                Map.of(
                        "Authorization", "Bearer secret",
                        "CamelHttpUri", "http://localhost:1/elsewhere",
                        "CamelHttpPath", "/elsewhere",
                        "CamelHttpQuery", "to=elsewhere",
                        "CamelHttpMethod", "DELETE"));

        assertThat(operation().state()).isEqualTo(OperationState.DONE);
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")).withoutHeader("Authorization"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aDefiniteRefusalFreesTheInvoice(String status) {
        answer(jsonResponse("{\"id\":\"ch_1\",\"status\":\"" + status + "\",\"reason\":\"no\"}", 402));

        send();

        assertThat(operation().state()).isEqualTo(OperationState.REFUSED);
        assertThat(operation().reason()).contains(status);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(world.invoice(invoice).claim()).isEmpty();
    }

    static Stream<String> refusals() {
        return Stream.of("declined", "expired_card");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("riddles")
    void anAnswerThatSaysNothingDefiniteLeavesTheOutcomeUnknown(String name, ResponseDefinitionBuilder riddle) {
        answer(riddle);

        send();

        assertHeld();
        assertThat(world.sounded).isEmpty();
    }

    static Stream<Arguments> riddles() {
        return Stream.of(
                Arguments.of("500", jsonResponse("{}", 500)),
                Arguments.of("503 with Retry-After", aResponse().withStatus(503).withHeader("Retry-After", "0")),
                Arguments.of("429", aResponse().withStatus(429)),
                Arguments.of("400", jsonResponse("{\"id\":\"ch_1\",\"status\":\"declined\"}", 400)),
                Arguments.of("404", aResponse().withStatus(404)),
                Arguments.of("redirect", aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
                Arguments.of("no body", aResponse().withStatus(201)),
                Arguments.of("no JSON", aResponse().withStatus(201).withBody("<html>charged</html>")),
                Arguments.of("half a JSON", aResponse().withStatus(201).withBody("{\"id\":\"ch_1\",\"status\":")),
                Arguments.of("null", jsonResponse("null", 201)),
                Arguments.of("an array", jsonResponse("[]", 201)),
                Arguments.of("no status", jsonResponse("{\"id\":\"ch_1\"}", 201)),
                Arguments.of("unheard-of status", jsonResponse("{\"id\":\"ch_1\",\"status\":\"maybe\"}", 201)),
                Arguments.of("no amount", jsonResponse("{\"id\":\"ch_1\",\"status\":\"charged\"}", 201)),
                Arguments.of("no id", jsonResponse("{\"status\":\"declined\"}", 402)),
                Arguments.of("evil id", jsonResponse("{\"id\":\"a\\u0000b\",\"status\":\"declined\"}", 402)),
                Arguments.of("charged, said with 402", jsonResponse("{\"id\":\"ch_1\",\"status\":\"charged\"}", 402)),
                Arguments.of("declined, said with 201", jsonResponse("{\"id\":\"c\",\"status\":\"declined\"}", 201)),
                Arguments.of("empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("broken connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("broken body", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    }

    @ParameterizedTest(name = "another {0}")
    @MethodSource("lies")
    void anAnswerAboutSomethingElseIsNotBelievedAndRaisesTheAlarm(String what, String status, int code) {
        var body = "{\"id\":\"ch_1\",\"status\":\"%s\",\"reference\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
                .formatted(
                        status,
                        what.equals("reference") ? OperationId.random() : payment,
                        what.equals("amount") ? 3600 : 36000,
                        what.equals("currency") ? "NOK" : "DKK");
        answer(jsonResponse(body, code));

        send();

        assertHeld();
        assertThat(world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);
        assertThat(world.sounded.get(0).what()).isEqualTo("answer ch_1 speaks of another " + what);
    }

    static Stream<Arguments> lies() {
        return Stream.of("reference", "amount", "currency")
                .flatMap(what -> Stream.of(Arguments.of(what, "charged", 201), Arguments.of(what, "declined", 402)));
    }

    @Test
    void anAmountInAnotherFormIsNotRead() {
        answer(jsonResponse(goodBody().replace("36000", "\"36000\""), 201));

        send();

        assertHeld();
    }

    @Test
    void anAcquirerThatHangsIsWaitedForNoLongerThanTheTimeout() {
        answer(good().withFixedDelay(8000));

        var took = time(this::send);

        assertHeld();
        assertThat(took).isBetween(PspRoutes.RESPONSE_TIMEOUT, PspRoutes.RESPONSE_TIMEOUT.plusSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 201 Created\r\nX-Slow: ", "HTTP/1.1 201 Created\r\nContent-Length: 999\r\n\r\n"})
    void anAnswerThatTricklesInIsBrokenOffAtTheDeadline(String beginning) throws Exception {
        try (var acquirer = new TricklingServer(beginning);
                var slow = new PspRoutes(world, acquirer.url(), Map.of())) {
            var took = time(() -> slow.producer.sendBody("direct:channel-psp", charge));

            assertHeld();
            assertThat(took).isBetween(PspRoutes.DEADLINE, PspRoutes.DEADLINE.plusSeconds(2));
        }
    }

    @Test
    void anAcquirerThatIsNotThereLeavesTheOutcomeUnknown() throws Exception {
        try (var nowhere = new PspRoutes(world, "http://localhost:1", Map.of())) {
            nowhere.producer.sendBody("direct:channel-psp", charge);
        }

        assertHeld();
    }

    @Test
    void nothingIsPostedTwiceWhateverTheAcquirerAnswers() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        send();
        send();

        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")));
    }

    @Test
    void whatWasPostedBeforeIsNotPostedAgain() {
        answer(good());

        send();
        var settled = operation();
        send();

        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")));
        assertThat(operation()).isEqualTo(settled);
        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED", "INVOICE_PAID");
    }

    @Test
    void aFailureToWriteTheOutcomeDownIsForTheCallerAndTheOperationIsChased() throws Exception {
        answer(good());
        var broken = new io.caravan.usecase.SettleOperation(null, null, null, null, null, null, null, null);
        try (var failing = new PspRoutes(world, ACQUIRER.baseUrl(), Map.of("settleOperation", broken))) {
            var exchange = failing.producer.send(
                    "direct:channel-psp", sent -> sent.getMessage().setBody(charge));

            assertThat(exchange.getException()).isInstanceOf(NullPointerException.class);
        }

        assertThat(operation().state()).isEqualTo(OperationState.SENT);
        know(good().withStatus(200));
        world.realTime.advance(Duration.ofMinutes(1));
        chase();
        assertThat(operation().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void anUnknownOutcomeIsAskedAboutByTheIdOfTheOperation() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        know(good().withStatus(200));
        send();
        assertHeld();

        chase();
        ACQUIRER.verify(0, getRequestedFor(urlEqualTo("/operations/" + charge)));
        world.realTime.advance(Duration.ofMinutes(1));
        chase();

        assertThat(operation().state()).isEqualTo(OperationState.DONE);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        ACQUIRER.verify(1, getRequestedFor(urlEqualTo("/operations/" + charge)));
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")));
    }

    @Test
    void aRefusalFoundOutLaterFreesTheInvoice() {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        know(jsonResponse("{\"id\":\"ch_1\",\"status\":\"declined\"}", 200));
        send();

        world.realTime.advance(Duration.ofMinutes(1));
        chase();

        assertThat(operation().state()).isEqualTo(OperationState.REFUSED);
        assertThat(world.invoice(invoice).claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAcquirerThatCannotBeAskedIsAskedAgainLater(Fault fault) {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        know(aResponse().withFault(fault));
        send();

        world.realTime.advance(Duration.ofMinutes(10));
        chase();

        assertHeld();
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")));
        know(good().withStatus(200));
        world.realTime.advance(Duration.ofMinutes(1));
        chase();
        assertThat(operation().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void whatTheAcquirerNeverHeardOfIsPostedAgainUnderTheSameIdAfterFiveMinutes() {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        know(aResponse().withStatus(404));
        send();

        world.realTime.advance(Duration.ofMinutes(4));
        chase();
        assertHeld();
        ACQUIRER.verify(1, postRequestedFor(urlEqualTo("/charges")));

        answer(good());
        world.realTime.advance(Duration.ofMinutes(2));
        chase();

        assertThat(operation().state()).isEqualTo(OperationState.DONE);
        ACQUIRER.verify(
                2, postRequestedFor(urlEqualTo("/charges")).withHeader("Idempotency-Key", equalTo(charge.toString())));
        var bodies = ACQUIRER.findAll(postRequestedFor(urlEqualTo("/charges")));
        assertThat(bodies.get(0).getBodyAsString()).isEqualTo(bodies.get(1).getBodyAsString());
    }

    @Test
    void aChargeWhoseWorkerDiedBeforeItSentItIsFoundAndSent() {
        answer(good());

        world.realTime.advance(Duration.ofMinutes(1));
        routes.producer.sendBody("direct:send-operations", null);

        assertThat(operation().state()).isEqualTo(OperationState.DONE);
    }

    private void answer(ResponseDefinitionBuilder answer) {
        ACQUIRER.stubFor(post(urlEqualTo("/charges")).willReturn(answer));
    }

    private void know(ResponseDefinitionBuilder answer) {
        ACQUIRER.stubFor(get(urlEqualTo("/operations/" + charge)).willReturn(answer));
    }

    private ResponseDefinitionBuilder good() {
        return jsonResponse(goodBody(), 201);
    }

    private String goodBody() {
        return """
                {"id": "ch_1", "status": "charged", "reference": "%s", "amount": 36000, "currency": "DKK"}"""
                .formatted(payment);
    }

    private void send() {
        routes.producer.sendBody("direct:channel-psp", charge);
    }

    private void chase() {
        world.chaseOperations.chase().forEach(taken -> routes.producer.sendBody("direct:channel-psp-ask", taken));
    }

    private Operation operation() {
        return world.operation(charge);
    }

    /** The outcome is unknown, and the invoice waits for it as it was. */
    private void assertHeld() {
        assertThat(operation().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(operation().reason()).isPresent();
        assertThat(world.invoice(invoice).claim()).isPresent();
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }

    private static Duration time(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
