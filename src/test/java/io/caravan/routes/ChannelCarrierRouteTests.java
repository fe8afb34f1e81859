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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.channel.CarrierLists;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Adjustment;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PhoneBill;
import io.caravan.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the carrier is told over HTTP, and which of its answers are believed. */
class ChannelCarrierRouteTests {

    @RegisterExtension
    static final WireMockExtension CARRIER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private static final String TRANSACTIONS = "/mock/carrier/transactions";

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final Payer payer = world.aPayer();
    private final InvoiceId invoice = world.anInvoiceFor(payer);
    private final OperationId charge =
            world.startBilling.start(new BillingRequest(invoice, new PhoneBill(payer.phone(), Confirmation.PIN)));
    private final String payment = world.paymentOf(charge).id().toString();
    private PspRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new PspRoutes(world, CARRIER.baseUrl(), Map.of(), "channel/carrier");
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void theCarrierIsToldOfTheChargeUnderTheIdOfTheOperation() {
        answer(jsonResponse(said("Sent", "Pending", "360.00"), 201));

        routes.producer.sendBodyAndHeader("direct:give-operation", charge, "Authorization", "Bearer x");

        assertThat(state()).isEqualTo(OperationState.WAITING);
        CARRIER.verify(
                1,
                postRequestedFor(urlEqualTo(TRANSACTIONS))
                        .withHeader("Idempotency-Key", equalTo(charge.toString()))
                        .withoutHeader("Authorization")
                        .withRequestBody(equalToJson(
                                """
                                        {"transactionId": "%s", "merchantId": "us", "serviceCode": "14001",
                                         "shortNumber": "2002", "recipient": "%s", "price": 360.00, "currency": "DKK",
                                         "invoiceText": "Reference of more than thirty ", "smsConfirmation": false,
                                         "timeout": 5, "deliveryMode": "AtMostOnce", "correlationId": "%s"}"""
                                        .formatted(charge, payer.phone().number(), payment))));
    }

    @Test
    void aRefundIsAReversalWithANegativePrice() {
        answer(jsonResponse(said("Ok", "Delivered", "360.00"), 201));
        routes.producer.sendBody("direct:give-operation", charge);
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        var paid = world.paymentOf(charge);
        var refund = world.requestOperation.request(new Adjustment(paid.id(), OperationKind.REFUND, paid.amount()));
        answer(jsonResponse(
                said("Ok", "Delivered", "-360.00")
                        .replace(charge.toString(), refund.toString())
                        .replace("crr_1", "rev_1"),
                201));

        routes.producer.sendBody("direct:give-operation", refund);

        assertThat(world.paymentOf(charge).refunded()).isEqualTo(paid.amount());
        CARRIER.verify(
                1,
                postRequestedFor(urlEqualTo(TRANSACTIONS))
                        .withRequestBody(equalToJson(
                                """
                                {"transactionId": "%s", "price": -360.00, "originalId": "crr_1"}"""
                                        .formatted(refund),
                                true,
                                true)));
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "404", "409", "500", "503", "302"})
    void anyOtherStatusLeavesTheOutcomeUnknown(int status) {
        answer(jsonResponse(said("Failed", "InsufficientFunds", "360.00"), status));

        routes.producer.sendBody("direct:channel-carrier", charge);

        assertHeld();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[",
                "{}",
                "{\"statusCode\": \"Ok\"}",
                "{\"id\": \"../x\", \"transactionId\": \"T\", \"correlationId\": \"C\", \"price\": 360.00, \"currency\": \"DKK\", \"statusCode\": \"Ok\"}",
                "{\"id\": \"crr_1\", \"transactionId\": \"T\", \"correlationId\": \"C\", \"price\": \"360.00\", \"currency\": \"DKK\", \"statusCode\": \"Ok\"}",
                "{\"id\": \"crr_1\", \"transactionId\": \"T\", \"correlationId\": \"C\", \"price\": 360.00, \"price\": 360.00, \"currency\": \"DKK\", \"statusCode\": \"Ok\"}",
                "{\"id\": \"crr_1\", \"transactionId\": \"T\", \"correlationId\": \"C\", \"price\": 360.00, \"currency\": \"DKK\", \"statusCode\": \"Ok\"} x"
            })
    void anAnswerThatIsNoTransactionLeavesTheOutcomeUnknown(String body) {
        answer(jsonResponse(body.replace("\"T\"", "\"" + charge + "\"").replace("\"C\"", "\"" + payment + "\""), 200));

        routes.producer.sendBody("direct:channel-carrier", charge);

        assertHeld();
        assertThat(world.sounded).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "360.00, 36.00, amount",
        "360.00, -360.00, amount",
        "360.00, 360.001, amount",
        "DKK, NOK, currency",
        "correlationId\": \", correlationId\": \"x, reference",
        "transactionId\": \", transactionId\": \"x, transaction"
    })
    void anAnswerAboutSomethingElseIsNotBelievedAndRaisesTheAlarm(String truth, String lie, String what) {
        answer(jsonResponse(said("Ok", "Delivered", "360.00").replace(truth, lie), 201));

        routes.producer.sendBody("direct:channel-carrier", charge);

        assertHeld();
        assertThat(world.sounded).hasSize(1);
        assertThat(world.sounded.get(0).what()).isEqualTo("answer crr_1 speaks of another " + what);
    }

    @Test
    void noAnswerIsAskedAboutAndOnlyWhatTheCarrierNeverHeardOfIsGivenAgain() {
        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        routes.producer.sendBody("direct:channel-carrier", charge);
        assertHeld();
        know(aResponse().withStatus(404));

        world.realTime.advance(Duration.ofMinutes(1));
        chase();
        CARRIER.verify(1, postRequestedFor(urlEqualTo(TRANSACTIONS)));

        answer(jsonResponse(said("Sent", "Pending", "360.00"), 201));
        world.realTime.advance(Duration.ofMinutes(5));
        chase();

        assertThat(state()).isEqualTo(OperationState.WAITING);
        var posted = CARRIER.findAll(postRequestedFor(urlEqualTo(TRANSACTIONS)));
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).getBody()).isEqualTo(posted.get(0).getBody());
    }

    @Test
    void aChargeThatWaitsIsAskedAboutEachHalfMinuteAndThenSeldom() {
        answer(jsonResponse(said("Sent", "Pending", "360.00"), 201));
        routes.producer.sendBody("direct:channel-carrier", charge);
        know(jsonResponse(said("Sent", "Pending", "360.00"), 200));

        for (int look = 0; look < 20; look++) {
            world.realTime.advance(Duration.ofSeconds(31));
            assertThat(chase()).isEqualTo(1);
        }
        world.realTime.advance(Duration.ofSeconds(31));
        chase();
        world.realTime.advance(Duration.ofMinutes(5));
        assertThat(chase()).isZero();

        know(jsonResponse(said("Failed", "Expired", "360.00"), 200));
        world.realTime.advance(Duration.ofMinutes(5));
        chase();
        assertThat(world.invoice(invoice).isFree()).isTrue();
        assertThat(world.sounded).isEmpty();
    }

    @Test
    void aListThatCannotBeReadWhollyIsNotRead() {
        var lists = new CarrierLists();
        var entry = said("Reversed", "Delivered", "360.00");

        var page = lists.read(200, bytes("{\"transactions\": [" + entry + "], \"next\": \"n\"}"), "");

        assertThat(page.next()).contains("n");
        assertThat(page.operations().get(0).minor()).isEqualTo(36000);
        assertThat(page.operations().get(0).state()).contains(OperationState.DONE);
        for (var wrong : new String[] {
            "{}",
            "[",
            "{\"transactions\": [null]}",
            "{\"transactions\": [{\"id\": \"crr_1\"}]}",
            "{\"transactions\": [" + entry.replace("360.00", "360.001") + "]}"
        }) {
            assertThatThrownBy(() -> lists.read(200, bytes(wrong), "")).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> lists.read(500, bytes("{\"transactions\": []}"), ""))
                .isInstanceOf(IllegalStateException.class);
    }

    private void answer(ResponseDefinitionBuilder answer) {
        CARRIER.stubFor(post(urlEqualTo(TRANSACTIONS)).willReturn(answer));
    }

    private void know(ResponseDefinitionBuilder answer) {
        CARRIER.stubFor(get(urlEqualTo(TRANSACTIONS + "/" + charge)).willReturn(answer));
    }

    private int chase() {
        var taken = world.chaseOperations.chase();
        taken.forEach(instruction -> routes.producer.sendBody("direct:ask-provider", instruction));
        return taken.size();
    }

    private OperationState state() {
        return world.operation(charge).state();
    }

    private void assertHeld() {
        assertThat(state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(world.invoice(invoice).claim()).isPresent();
        CARRIER.verify(1, postRequestedFor(urlEqualTo(TRANSACTIONS)));
    }

    private String said(String status, String detail, String price) {
        return """
                {"id": "crr_1", "transactionId": "%s", "correlationId": "%s", "price": %s, "currency": "DKK",
                 "statusCode": "%s", "detailedStatusCode": "%s"}"""
                .formatted(charge, payment, price, status, detail);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
