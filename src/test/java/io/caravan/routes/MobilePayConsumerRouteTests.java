package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.camel.Answers;
import io.caravan.camel.Exchanges;
import io.caravan.camel.Failures;
import io.caravan.camel.ProviderThreads;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.dialect.mobilepay.MobilePay;
import io.caravan.store.Database;
import io.caravan.support.TestPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wallet app gets, from its request to the acquirer and back. */
class MobilePayConsumerRouteTests {

    @RegisterExtension
    static final WireMockExtension ACQUIRER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().globalTemplating(true))
            .build();

    private static final String CORRELATION = "54ed8b2a-2dd3-4dd4-8a83-7d7ff2b11d79";
    private static final int PLACES = 2;

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final ProviderThreads places = new ProviderThreads(PLACES);
    private final Payer payer = world.aPayer();
    private final InvoiceId invoice = world.anInvoiceFor(payer);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{}",
                "{\"paymentDate\":null,\"ConsumerCard\":null}",
                "{\"PaymentDate\":\"2026-03-12\"}"
            })
    void thePayerPaysNow(String body) {
        var answer = accept(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("InvoiceId").asText()).isEqualTo(invoice.toString());
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("paid");
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void thePayerGetsAReceipt() {
        var receipt = accept("").json().path("Receipt");

        var keys = new ArrayList<String>();
        receipt.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "Logo",
                        "InvoiceIssuerName",
                        "PaymentDate",
                        "TotalAmount",
                        "Status",
                        "PaymentSourceType",
                        "TransactionDetails",
                        "CardDetails",
                        "AccountDetails",
                        "InvoiceUrl",
                        "UrlType",
                        "InvoiceId",
                        "InvoiceNumber",
                        "IssueDate",
                        "DueDate",
                        "Comment",
                        "InvoiceArticles",
                        "InvoiceVatTotals",
                        "CurrencyCode",
                        "TotalAmountExcludingVat",
                        "TotalVatAmount",
                        "MerchantId",
                        "InvoiceIssuerId",
                        "InvoiceIssuerAddress",
                        "InvoiceIssuerZipcode",
                        "InvoiceIssuerCity",
                        "MerchantIsoCountryCode",
                        "MerchantVatNumber");
        assertThat(receipt.path("PaymentDate").asText()).isEqualTo("2026-03-12");
        assertThat(receipt.path("TotalAmount").decimalValue()).isEqualByComparingTo("360");
        assertThat(receipt.path("Status").asText()).isEqualTo("paid");
        assertThat(receipt.path("TransactionDetails").path("TransactionId").asText())
                .isEqualTo(world.eventsOf(invoice.value())
                        .get(1)
                        .details()
                        .get(io.caravan.core.event.Event.Detail.PAYMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-13", "2026-04-18", "2026-03-20T23:59:59-08:00"})
    void thePayerPaysLater(String date) {
        var answer = accept("{\"paymentDate\":\"" + date + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("accepted");
        var receipt = answer.json().path("Receipt");
        assertThat(receipt.path("PaymentDate").asText()).isEqualTo(date.substring(0, 10));
        assertThat(receipt.path("Status").asText()).isEqualTo("accepted");
        assertThat(receipt.path("TransactionDetails").isNull()).isTrue();
        assertThat(receipt).hasSameSizeAs(accept("").json().path("Receipt"));
        ACQUIRER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aLinkThatWillBePaidLaterLeadsBackAsAccepted() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        var answer = call("accept", link.toString(), "{\"PaymentDate\":\"2026-03-13\"}", caller(payer));

        assertThat(answer.json().path("RedirectUrl").asText())
                .isEqualTo("https://shop.example/thanks?order=7&status=accepted#top");
    }

    @Test
    void onlyAPayerWhoCameByALinkIsSentBackToTheMerchant() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        assertThat(accept("").json().path("RedirectUrl").isNull()).isTrue();
        assertThat(call("accept", link.toString(), "", caller(payer))
                        .json()
                        .path("RedirectUrl")
                        .asText())
                .isEqualTo("https://shop.example/thanks?order=7&status=paid#top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "expired_card"})
    void aRefusedCardIsToldAndTheInvoiceStaysOpen(String status) {
        answer(jsonResponse("{\"id\":\"ch_1\",\"status\":\"" + status + "\"}", 402));

        var answer = accept("");

        assertThat(answer.status()).isEqualTo(400);
        var keys = new ArrayList<String>();
        answer.json().fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly("InvoiceId", "InvoicePaymentStatus", "ErrorText");
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("accepted");
        assertThat(answer.json().path("ErrorText").asText()).startsWith("The card ");
        answer(good());
        assertThat(accept("").status()).isEqualTo(200);
    }

    @Test
    void whileNobodyKnowsThePayerIsToldSoAndCannotPayTwice() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertRefused(accept(""), 500, "ServerError", null);
        assertRefused(accept(""), 409, "DomainError", "10506");
        assertRefused(reject(), 409, "DomainError", "10506");
        assertRefused(accept("{\"PaymentDate\":\"2026-03-13\"}"), 409, "DomainError", "10506");
        ACQUIRER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void whatIsOverIsToldByItsNumber() {
        accept("");

        assertRefused(accept(""), 409, "DomainError", "10504");
        assertRefused(reject(), 409, "DomainError", "10504");
    }

    @Test
    void thePayerRejects() {
        var answer = reject();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"InvoiceId\":\"" + invoice + "\"}");
        assertRefused(accept(""), 409, "DomainError", "10505");
        assertRefused(reject(), 409, "DomainError", "10505");
    }

    @Test
    void aLinkThatWasNotAcceptedIsNotRejected() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        assertRefused(call("reject", link.toString(), "", caller(payer)), 409, "DomainError", "10507");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PaymentDate\":\"2026-03-11\"}",
                "{\"paymentdate\":\"2026-04-19T00:00:00+02:00\"}",
                "{\"PaymentDate\":\"soon\"}",
                "{\"PaymentDate\":20260312}",
                "{\"ConsumerCard\":\"00000000-0000-4000-a000-000000000001\"}",
                "{\"ConsumerCard\":\"1\"}",
                "{\"ConsumerCard\":1}",
                "[]",
                "null",
                "{",
                "\"\u0000\""
            })
    void whatCannotBeReadOrMeantIsRefusedAndNothingIsStored(String body) {
        assertRefused(accept(body), 400, "InputError", null);

        assertThat(world.invoice(invoice).claim()).isEmpty();
        ACQUIRER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void nobodyElseLearnsOfTheInvoice() {
        var another = caller(world.aPayer());

        assertRefused(call("accept", invoice.toString(), "", another), 404, "DomainError", null);
        assertRefused(call("reject", invoice.toString(), "", another), 404, "DomainError", null);
        assertRefused(call("accept", "1-2-3-4-5", "", another), 404, "DomainError", null);
        assertRefused(call("accept", UUID.randomUUID().toString(), "", another), 404, "DomainError", null);
    }

    @Test
    void aMerchantDoesNotActForPayers() {
        var merchant = new Caller("sandbox-dk", Optional.empty(), Optional.of(payer.id()), Set.of(Scope.INVOICE));

        assertRefused(call("accept", invoice.toString(), "", merchant), 403, "InputError", null);
        assertRefused(call("reject", invoice.toString(), "", merchant), 403, "InputError", null);
    }

    @Test
    void whenTooManyWaitForTheAcquirerTheNextIsToldToComeAgainAndNothingHasBegun() throws Exception {
        answer(good().withFixedDelay(2_000));
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < PLACES; i++) {
            var one = world.aPayer();
            var asked = world.anInvoiceFor(one);
            var thread = new Thread(() -> call("accept", asked.toString(), "", caller(one)));
            thread.start();
            waiting.add(thread);
        }
        Awaitility.await().until(() -> places.free() == 0);

        var refused = accept("");

        assertRefused(refused, 503, "ServerError", null);
        assertThat(refused.retryAfter()).isEqualTo("2");
        assertThat(world.invoice(invoice).claim()).isEmpty();
        assertThat(reject().status()).isEqualTo(200);
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(places.free()).isEqualTo(PLACES);
    }

    @Test
    void whatNobodyForesawIsAServerError() {
        world.jdbc.execute("alter table operation rename to elsewhere");
        try {
            var answer = accept("");

            assertRefused(answer, 500, "ServerError", null);
            assertThat(answer.text()).doesNotContain("operation");
        } finally {
            world.jdbc.execute("alter table elsewhere rename to operation");
        }
        assertThat(world.invoice(invoice).claim()).isEmpty();
    }

    @Test
    void anOutcomeThatCannotBeWrittenDownIsAServerErrorAndTheInvoiceStaysInProgress() {
        world.jdbc.update("update merchant set zone = 'Nowhere/Land' where id = ?", world.merchant.value());

        assertRefused(accept(""), 500, "ServerError", null);
    }

    private Reply accept(String body) {
        return call("accept", invoice.toString(), body, caller(payer));
    }

    private Reply reject() {
        return call("reject", invoice.toString(), "", caller(payer));
    }

    private Reply call(String verb, String id, String body, Caller caller) {
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

    private static Caller caller(Payer payer) {
        return new Caller("sandbox-wallet", Optional.empty(), Optional.of(payer.id()), Set.of(Scope.CONSUMER));
    }

    private static void assertRefused(Reply reply, int status, String error, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(List.of(
                        reply.json().path("error").asText(),
                        reply.json().path("correlation_id").asText()))
                .containsExactly(error, CORRELATION);
        assertThat(reply.json().path("error_code").textValue()).isEqualTo(code);
    }

    private void answer(ResponseDefinitionBuilder answer) {
        ACQUIRER.stubFor(post(anyUrl()).willReturn(answer));
    }

    /** The acquirer's yes to whatever it is asked. */
    private static ResponseDefinitionBuilder good() {
        return jsonResponse(
                """
                {"id": "ch_1", "status": "charged", "amount": 36000, "currency": "DKK",
                 "reference": "{{jsonPath request.body '$.reference'}}"}""",
                201);
    }

    private record Reply(int status, String text, String retryAfter) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }
    }
}
