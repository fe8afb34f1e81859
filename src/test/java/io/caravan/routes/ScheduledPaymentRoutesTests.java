package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tick of the job on the day that payers chose, from the rows to the acquirer and back. */
class ScheduledPaymentRoutesTests {

    @RegisterExtension
    static final WireMockExtension ACQUIRER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().globalTemplating(true))
            .build();

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private PspRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new PspRoutes(world, ACQUIRER.baseUrl(), Map.of());
        org.apache.camel.support.PluginHelper.getRoutesLoader(routes.camel)
                .loadRoutes(org.apache.camel.support.ResourceHelper.resolveMandatoryResource(
                        routes.camel, "file:routes/job/pay-scheduled.camel.yaml"));
        AdviceWith.adviceWith(routes.camel, "job-pay-scheduled-tick", advice -> advice.replaceFromWith("direct:tick"));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void allThatIsDueIsPaid() {
        answer(good());
        var invoices = scheduled(60);

        tick();

        assertThat(invoices)
                .allSatisfy(one -> assertThat(world.invoice(one).status()).isEqualTo(InvoiceStatus.PAID));
        ACQUIRER.verify(60, postRequestedFor(anyUrl()));
    }

    @Test
    void whatGetsNoAnswerStaysInProgressAndIsNotTriedAgain() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        var invoices = scheduled(3);

        tick();
        world.businessTime.advance(Duration.ofDays(1));
        tick();

        assertThat(invoices)
                .allSatisfy(one -> assertThat(world.invoice(one).claim()).isPresent());
        ACQUIRER.verify(3, postRequestedFor(anyUrl()));
    }

    @Test
    void theAcquirerIsAskedTwiceOnADayAndNoMore() {
        answer(jsonResponse("{\"id\":\"ch_1\",\"status\":\"declined\"}", 402));
        var invoice = scheduled(1).get(0);

        tick();
        tick();
        world.businessTime.advance(Duration.ofHours(4));
        tick();
        world.businessTime.advance(Duration.ofDays(2));
        tick();

        ACQUIRER.verify(2, postRequestedFor(anyUrl()));
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.ACCEPTED);
        assertThat(world.invoice(invoice).claim()).isEmpty();
    }

    private void tick() {
        routes.producer.sendBody("direct:tick", null);
        routes.producer.sendBody("direct:send-operations", null);
    }

    private List<InvoiceId> scheduled(int count) {
        var payer = world.aPayer();
        var invoices =
                Stream.generate(() -> world.anInvoiceFor(payer)).limit(count).toList();
        invoices.forEach(one -> world.scheduleInvoice.schedule(on(TODAY.plusDays(3), payer, one)));
        world.businessTime.advance(Duration.ofDays(3));
        return invoices;
    }

    private void answer(ResponseDefinitionBuilder answer) {
        ACQUIRER.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder good() {
        return jsonResponse(
                """
                {"id": "ch_{{randomValue length=8}}", "status": "charged", "amount": 36000, "currency": "DKK",
                 "reference": "{{jsonPath request.body '$.reference'}}"}""",
                201);
    }
}
