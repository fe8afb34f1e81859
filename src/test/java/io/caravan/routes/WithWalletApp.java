package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.camel.Answers;
import io.caravan.camel.Exchanges;
import io.caravan.camel.Failures;
import io.caravan.camel.ProviderThreads;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Payer;
import io.caravan.dialect.mobilepay.MobilePay;
import io.caravan.store.Database;
import io.caravan.support.TestPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of the wallet app, an invoice for its user, and an acquirer that answers as it is told. */
abstract class WithWalletApp {

    @RegisterExtension
    static final WireMockExtension ACQUIRER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().globalTemplating(true))
            .build();

    private static final String CORRELATION = "54ed8b2a-2dd3-4dd4-8a83-7d7ff2b11d79";
    static final int PLACES = 2;
    final PaymentWorld world = new PaymentWorld(Database.H2);
    final ProviderThreads places = new ProviderThreads(PLACES);
    final Payer payer = world.aPayer();
    final InvoiceId invoice = world.anInvoiceFor(payer);
    private PspRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new PspRoutes(
                world,
                ACQUIRER.baseUrl(),
                Map.of(
                        "mobilePay", new MobilePay("https://caravan.example", TestPages.LINKS, 10),
                        "answers", new Answers(),
                        "failures", new Failures(),
                        "providerThreads", places),
                "config/mobilepay-errors",
                "api/mobilepay-consumer");
        answer(good());
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    Reply accept(String body) {
        return call("accept", invoice.toString(), body, caller(payer));
    }

    Reply reject() {
        return call("reject", invoice.toString(), "", caller(payer));
    }

    Reply call(String verb, String id, String body, Caller caller) {
        var exchange = routes.producer.request("direct:mobilepay-consumer-" + verb, request -> {
            request.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
            request.getMessage().setHeader("invoiceId", id);
            request.setProperty(Exchanges.CALLER, caller);
            request.setProperty(Exchanges.CORRELATION_ID, CORRELATION);
        });
        var message = exchange.getMessage();
        return new Reply(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                new String(message.getBody(byte[].class), StandardCharsets.UTF_8),
                message.getHeader("Retry-After", String.class));
    }

    static Caller caller(Payer payer) {
        return new Caller("sandbox-wallet", Optional.empty(), Optional.of(payer.id()), Set.of(Scope.CONSUMER));
    }

    static void assertRefused(Reply reply, int status, String error, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(List.of(
                        reply.json().path("error").asText(),
                        reply.json().path("correlation_id").asText()))
                .containsExactly(error, CORRELATION);
        assertThat(reply.json().path("error_code").textValue()).isEqualTo(code);
    }

    void answer(ResponseDefinitionBuilder answer) {
        ACQUIRER.stubFor(post(anyUrl()).willReturn(answer));
    }

    /** The acquirer's yes to whatever it is asked. */
    static ResponseDefinitionBuilder good() {
        return jsonResponse(
                """
                {"id": "ch_1", "status": "charged", "amount": 36000, "currency": "DKK",
                 "reference": "{{jsonPath request.body '$.reference'}}"}""",
                201);
    }

    record Reply(int status, String text, String retryAfter) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }
    }
}
