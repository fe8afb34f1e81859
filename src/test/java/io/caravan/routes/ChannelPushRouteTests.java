package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.caravan.PaymentWorld;
import io.caravan.core.event.EventId;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.Payer;
import io.caravan.store.Database;
import io.caravan.support.TestDatabases;
import io.caravan.support.Transacted;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChannelPushRouteTests {

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final Payer payer = world.aPayer();
    private final InvoiceId invoice = world.anInvoiceFor(payer);
    private final Notice notice =
            Notice.of(EventId.next(), invoice.value(), NoticeKind.INVOICE_CREATED, Channel.PUSH, payer.phone());
    private PushRoutes routes;

    @BeforeEach
    void start() throws Exception {
        world.jdbc.update("delete from notice");
        routes = new PushRoutes(world, TestDatabases.of(Database.H2), GATEWAY.baseUrl());
        Transacted.run(TestDatabases.of(Database.H2), () -> routes.notices.add(List.of(notice)));
    }

    @AfterEach
    void stop() throws Exception {
        routes.close();
    }

    @Test
    void aReadyNoticeGoesOverTheQueueToTheGatewayUnderItsOwnId() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));

        queueNotices();

        awaitState("SENT");
        GATEWAY.verify(
                1,
                postRequestedFor(urlEqualTo("/push"))
                        .withHeader("Idempotency-Key", equalTo(notice.id().toString()))
                        .withRequestBody(matchingJsonPath("$.invoiceId", equalTo(invoice.toString())))
                        .withRequestBody(matchingJsonPath(
                                "$.phone", equalTo(payer.phone().number())))
                        .withRequestBody(matchingJsonPath("$.currency", equalTo("DKK"))));
    }

    @Test
    void aMessageThatIsDeliveredAgainSendsNothingMore() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));
        queueNotices();
        awaitState("SENT");

        routes.queueAgain(notice.id().toString());
        awaitEmptyQueue();

        GATEWAY.verify(1, postRequestedFor(urlEqualTo("/push")));
    }

    @Test
    void aGatewayThatIsBrokenForAMomentIsAskedAgainUnderTheSameId() {
        GATEWAY.stubFor(post("/push")
                .inScenario("broken")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("slow"));
        GATEWAY.stubFor(post("/push")
                .inScenario("broken")
                .whenScenarioStateIs("slow")
                .willReturn(aResponse().withStatus(429))
                .willSetStateTo("well"));
        GATEWAY.stubFor(post("/push")
                .inScenario("broken")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(202)));

        queueNotices();

        awaitState("SENT");
        GATEWAY.verify(
                3,
                postRequestedFor(urlEqualTo("/push"))
                        .withHeader("Idempotency-Key", equalTo(notice.id().toString())));
    }

    @Test
    void whoHasLostItsClaimDoesNotAskTheGatewayAgain() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(500).withFixedDelay(1_000)));

        queueNotices();
        await().until(() -> state().equals("SENDING"));
        world.jdbc.update(
                "update notice set fence = fence + 1 where id = ?", notice.id().value());
        awaitEmptyQueue();

        GATEWAY.verify(1, postRequestedFor(urlEqualTo("/push")));
        assertThat(state()).isEqualTo("SENDING");
    }

    @Test
    void aNoticeIsParkedWithItsReasonWhenTheGatewayStaysBroken() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(503)));

        queueNotices();

        assertThat(routes.dead()).isEqualTo(notice.id().toString());
        assertThat(state()).isEqualTo("PARKED");
        assertThat(reason()).contains("503");
        GATEWAY.verify(4, postRequestedFor(urlEqualTo("/push")));
    }

    @Test
    void aRefusalIsNotRepeated() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(404)));

        queueNotices();

        assertThat(routes.dead()).isEqualTo(notice.id().toString());
        GATEWAY.verify(1, postRequestedFor(urlEqualTo("/push")));
    }

    @Test
    void aParkedNoticeCanBeSentAgainFromItsDeadQueue() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(404)));
        queueNotices();
        var dead = routes.dead();
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));

        routes.queueAgain(dead);

        awaitState("SENT");
    }

    @Test
    void aFailureWhileParkingLosesNothing() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(404)));
        routes.deadQueueIsBroken.set(true);
        queueNotices();
        await().untilAsserted(() -> GATEWAY.verify(postRequestedFor(urlEqualTo("/push"))));

        routes.deadQueueIsBroken.set(false);

        assertThat(routes.dead()).isEqualTo(notice.id().toString());
        assertThat(state()).isEqualTo("PARKED");
    }

    @Test
    void aNoticeOfAnInvoiceThatWasClosedMeanwhileIsDropped() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));
        world.jdbc.update("update invoice set status = 'CANCELED' where id = ?", invoice.value());

        queueNotices();

        awaitState("DROPPED");
        assertThat(reason()).contains("CANCELED");
        GATEWAY.verify(0, postRequestedFor(urlEqualTo("/push")));
    }

    private void queueNotices() {
        routes.camel.createProducerTemplate().sendBody("direct:queue-notices", null);
    }

    private void awaitState(String wanted) {
        await().untilAsserted(() -> assertThat(state()).isEqualTo(wanted));
    }

    private void awaitEmptyQueue() {
        await().until(() -> routes.jms.browse("channel.push", (session, browser) -> !browser.getEnumeration()
                        .hasMoreElements())
                && routes.camel.getInflightRepository().size() == 0);
    }

    private String state() {
        return world.jdbc.queryForObject(
                "select state from notice where id = ?",
                String.class,
                notice.id().value());
    }

    private String reason() {
        return world.jdbc.queryForObject(
                "select reason from notice where id = ?",
                String.class,
                notice.id().value());
    }
}
