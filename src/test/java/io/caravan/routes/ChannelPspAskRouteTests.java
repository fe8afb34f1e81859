package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.OperationState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an operation whose outcome is not known is asked about, and given again. */
class ChannelPspAskRouteTests {

    @RegisterExtension
    final ChargeAtAcquirer acquirer = new ChargeAtAcquirer();

    @Test
    void aFailureToWriteTheOutcomeDownIsForTheCallerAndTheOperationIsChased() throws Exception {
        acquirer.answer(acquirer.good());
        var broken =
                new io.caravan.usecase.payment.SettleOperation(null, null, null, null, null, null, null, null, null);
        try (var failing = acquirer.routesTo(acquirer.server.baseUrl(), Map.of("settleOperation", broken))) {
            var exchange = failing.producer.send(
                    "direct:channel-psp", sent -> sent.getMessage().setBody(acquirer.charge));

            assertThat(exchange.getException()).isInstanceOf(NullPointerException.class);
        }

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.SENT);
        acquirer.know(acquirer.good().withStatus(200));
        acquirer.world.realTime.advance(Duration.ofMinutes(1));
        acquirer.chase();
        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void anUnknownOutcomeIsAskedAboutByTheIdOfTheOperation() {
        acquirer.answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        acquirer.know(acquirer.good().withStatus(200));
        acquirer.send();
        acquirer.assertHeld();

        acquirer.chase();
        acquirer.server.verify(0, getRequestedFor(urlEqualTo("/operations/" + acquirer.charge)));
        acquirer.world.realTime.advance(Duration.ofMinutes(1));
        acquirer.chase();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
        assertThat(acquirer.world.invoice(acquirer.invoice).status()).isEqualTo(InvoiceStatus.PAID);
        acquirer.server.verify(1, getRequestedFor(urlEqualTo("/operations/" + acquirer.charge)));
        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")));
    }

    @Test
    void aRefusalFoundOutLaterFreesTheInvoice() {
        acquirer.answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        acquirer.know(jsonResponse("{\"id\":\"ch_1\",\"status\":\"declined\"}", 200));
        acquirer.send();

        acquirer.world.realTime.advance(Duration.ofMinutes(1));
        acquirer.chase();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.REFUSED);
        assertThat(acquirer.world.invoice(acquirer.invoice).claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAcquirerThatCannotBeAskedIsAskedAgainLater(Fault fault) {
        acquirer.answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        acquirer.know(aResponse().withFault(fault));
        acquirer.send();

        acquirer.world.realTime.advance(Duration.ofMinutes(10));
        acquirer.chase();

        acquirer.assertHeld();
        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")));
        acquirer.know(acquirer.good().withStatus(200));
        acquirer.world.realTime.advance(Duration.ofMinutes(1));
        acquirer.chase();
        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
    }

    @Test
    void whatTheAcquirerNeverHeardOfIsPostedAgainUnderTheSameIdAfterFiveMinutes() {
        acquirer.answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        acquirer.know(aResponse().withStatus(404));
        acquirer.send();

        acquirer.world.realTime.advance(Duration.ofMinutes(4));
        acquirer.chase();
        acquirer.assertHeld();
        acquirer.server.verify(1, postRequestedFor(urlEqualTo("/charges")));

        acquirer.answer(acquirer.good());
        acquirer.world.realTime.advance(Duration.ofMinutes(2));
        acquirer.chase();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
        acquirer.server.verify(
                2,
                postRequestedFor(urlEqualTo("/charges"))
                        .withHeader("Idempotency-Key", equalTo(acquirer.charge.toString())));
        var bodies = acquirer.server.findAll(postRequestedFor(urlEqualTo("/charges")));
        assertThat(bodies.get(0).getBodyAsString()).isEqualTo(bodies.get(1).getBodyAsString());
    }

    @Test
    void aChargeWhoseWorkerDiedBeforeItSentItIsFoundAndSent() {
        acquirer.answer(acquirer.good());

        acquirer.world.realTime.advance(Duration.ofMinutes(1));
        acquirer.sendUnsent();

        assertThat(acquirer.operation().state()).isEqualTo(OperationState.DONE);
    }
}
