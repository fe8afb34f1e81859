package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.support.MachineTime;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the acquirer's answers to an instruction mean. */
class ChannelPspRouteTests {

    @RegisterExtension
    final ChargeAtAcquirer acquirer = new ChargeAtAcquirer();

    @Test
    void aCardThatIsChargedPaysTheInvoice() {
        acquirer.answer(acquirer.good());

        acquirer.send();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
        assertThat(acquirer.operation().providerReference()).contains("ch_1");
        assertThat(acquirer.world.invoice(acquirer.invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void theAcquirerIsToldOfThePaymentUnderTheIdOfTheOperation() {
        acquirer.answer(acquirer.good());

        acquirer.send();

        acquirer.server.verify(
                1,
                postRequestedFor(urlEqualTo("/charges"))
                        .withHeader("Idempotency-Key", equalTo(acquirer.charge.toString()))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withoutHeader("Authorization")
                        .withRequestBody(equalToJson(
                                """
                                {"reference": "%s", "amount": 36000, "currency": "DKK", "card": "%s",
                                 "text": "Reference of more than thirty "}"""
                                        .formatted(acquirer.payment, acquirer.payer.card()))));
    }

    @Test
    void nothingOfTheRequestThatLedHereGoesToTheAcquirerOrElsewhere() {
        acquirer.answer(acquirer.good());

        acquirer.send(Map.of(
                "Authorization", "Bearer secret",
                "CamelHttpUri", "http://localhost:1/elsewhere",
                "CamelHttpPath", "/elsewhere",
                "CamelHttpQuery", "to=elsewhere",
                "CamelHttpMethod", "DELETE"));

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")).withoutHeader("Authorization"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aDefiniteRefusalFreesTheInvoice(String status) {
        acquirer.answer(jsonResponse("{\"id\":\"ch_1\",\"status\":\"" + status + "\",\"reason\":\"no\"}", 402));

        acquirer.send();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.REFUSED);
        assertThat(acquirer.operation().reason()).contains(status);
        assertThat(acquirer.world.invoice(acquirer.invoice).status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(acquirer.world.invoice(acquirer.invoice).claim()).isEmpty();
    }

    static Stream<String> refusals() {
        return Stream.of("declined", "expired_card");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("riddles")
    void anAnswerThatSaysNothingDefiniteLeavesTheOutcomeUnknown(String name, ResponseDefinitionBuilder riddle) {
        acquirer.answer(riddle);

        acquirer.send();

        acquirer.assertHeld();
        assertThat(acquirer.world.sounded).isEmpty();
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
                        what.equals("reference") ? OperationId.random() : acquirer.payment,
                        what.equals("amount") ? 3600 : 36000,
                        what.equals("currency") ? "NOK" : "DKK");
        acquirer.answer(jsonResponse(body, code));

        acquirer.send();

        acquirer.assertHeld();
        assertThat(acquirer.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.DOUBT);
        assertThat(acquirer.world.sounded.get(0).what()).isEqualTo("answer ch_1 speaks of another " + what);
    }

    static Stream<Arguments> lies() {
        return Stream.of("reference", "amount", "currency")
                .flatMap(what -> Stream.of(Arguments.of(what, "charged", 201), Arguments.of(what, "declined", 402)));
    }

    @Test
    void anAmountInAnotherFormIsNotRead() {
        acquirer.answer(jsonResponse(acquirer.goodBody().replace("36000", "\"36000\""), 201));

        acquirer.send();

        acquirer.assertHeld();
    }

    @Test
    void anAcquirerThatHangsIsWaitedForNoLongerThanTheTimeout() {
        acquirer.answer(acquirer.good().withFixedDelay(8000));

        assertTakes(PspRoutes.RESPONSE_TIMEOUT, acquirer::send);

        acquirer.assertHeld();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 201 Created\r\nX-Slow: ", "HTTP/1.1 201 Created\r\nContent-Length: 999\r\n\r\n"})
    void anAnswerThatTricklesInIsBrokenOffAtTheDeadline(String beginning) throws Exception {
        try (var trickling = new TricklingServer(beginning);
                var slow = acquirer.routesTo(trickling.url(), Map.of())) {
            assertTakes(PspRoutes.DEADLINE, () -> slow.producer.sendBody("direct:channel-psp", acquirer.charge));

            acquirer.assertHeld();
        }
    }

    @Test
    void anAcquirerThatIsNotThereLeavesTheOutcomeUnknown() throws Exception {
        try (var nowhere = acquirer.routesTo("http://localhost:1", Map.of())) {
            nowhere.producer.sendBody("direct:channel-psp", acquirer.charge);
        }

        acquirer.assertHeld();
    }

    @Test
    void nothingIsPostedTwiceWhateverTheAcquirerAnswers() {
        acquirer.answer(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        acquirer.send();
        acquirer.send();

        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")));
    }

    @Test
    void whatWasPostedBeforeIsNotPostedAgain() {
        acquirer.answer(acquirer.good());

        acquirer.send();
        var settled = acquirer.operation();
        acquirer.send();

        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")));
        assertThat(acquirer.operation()).isEqualTo(settled);
        assertThat(acquirer.world.historyOf(acquirer.invoice.value()))
                .containsExactly("INVOICE_CREATED", "INVOICE_PAID");
    }

    /** That long, or up to two seconds longer; a pause of the machine is nobody's fault. */
    private static void assertTakes(Duration time, Runnable work) {
        var start = System.nanoTime();
        var running = new MachineTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(time);
        assertThat(running.passed()).isLessThanOrEqualTo(time.plusSeconds(2));
    }
}
