package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.store.Database;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A charge that has begun, the routes that bring it to the acquirer, and an acquirer that answers as it is told. */
final class ChargeAtAcquirer implements BeforeEachCallback, AfterEachCallback {

    final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final PaymentWorld world = new PaymentWorld(Database.H2);
    final Payer payer = world.aPayer();
    final InvoiceId invoice = world.anInvoiceFor(payer);
    final OperationId charge = world.startPayment.start(now(payer, invoice));
    final String payment = world.paymentOf(charge).id().toString();
    private PspRoutes routes;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server.start();
        routes = routesTo(server.baseUrl(), Map.of());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        routes.close();
        server.stop();
    }

    /** Other routes for the same charge. */
    PspRoutes routesTo(String url, Map<String, Object> beans) throws Exception {
        return new PspRoutes(world, url, beans);
    }

    /** To charges. */
    void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo("/charges")).willReturn(answer));
    }

    /** To whoever asks about the charge. */
    void know(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo("/operations/" + charge)).willReturn(answer));
    }

    ResponseDefinitionBuilder good() {
        return jsonResponse(goodBody(), 201);
    }

    String goodBody() {
        return """
                {"id": "ch_1", "status": "charged", "reference": "%s", "amount": 36000, "currency": "DKK"}"""
                .formatted(payment);
    }

    void send() {
        send(Map.of());
    }

    void send(Map<String, Object> headers) {
        routes.producer.sendBodyAndHeaders("direct:channel-psp", charge, headers);
    }

    void sendUnsent() {
        routes.producer.sendBody("direct:send-operations", null);
    }

    void chase() {
        world.chaseOperations.chase().forEach(taken -> routes.producer.sendBody("direct:channel-psp-ask", taken));
    }

    Operation operation() {
        return world.operation(charge);
    }

    /** The outcome is unknown, and the invoice waits for it as it was. */
    void assertHeld() {
        assertThat(operation().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(operation().reason()).isPresent();
        assertThat(world.invoice(invoice).claim()).isPresent();
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }
}
