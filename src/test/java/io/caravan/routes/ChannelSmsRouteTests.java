package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.core.event.EventId;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.sms.SmsWords;
import io.caravan.dialect.mobilepay.MobilePay;
import io.caravan.store.Database;
import io.caravan.support.Ports;
import io.caravan.support.TestDatabases;
import io.caravan.support.TestPages;
import io.caravan.support.Transacted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelSmsRouteTests {

    private static final AtomicInteger BROKERS = new AtomicInteger(20);
    private static final String TAKEN = "{\"messageId\":\"g-1\",\"resultCode\":1005}";

    @RegisterExtension
    static final WireMockExtension A = gateway();

    @RegisterExtension
    static final WireMockExtension B = gateway();

    private final PaymentWorld world = new PaymentWorld(Database.H2);
    private final DataSource database = TestDatabases.of(Database.H2);
    private SmsRoutes routes;

    @BeforeEach
    void start() throws Exception {
        world.jdbc.update("delete from sms");
        world.jdbc.update("delete from notice");
        routes = routesTo(A.baseUrl() + "/send", B.baseUrl() + "/send").start(words());
    }

    @AfterEach
    void stop() throws Exception {
        routes.close();
    }

    @Test
    void anSmsGoesOverTheQueueToTheFirstGatewayUnderTheIdOfItsNotice() {
        A.stubFor(post("/send").willReturn(okJson(TAKEN)));
        var notice = aReminder();

        routes.queueNotices();

        awaitState(notice, "SENT");
        A.verify(
                1,
                postRequestedFor(urlEqualTo("/send"))
                        .withBasicAuth(new BasicCredentials("user-a", "p&+w%"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(
                                matchingJsonPath("$.refId", equalTo(notice.id().toString())))
                        .withRequestBody(matchingJsonPath("$.source", equalTo("Caravan")))
                        .withRequestBody(matchingJsonPath(
                                "$.destination", equalTo(notice.recipient().number())))
                        .withRequestBody(matchingJsonPath("$.useDeliveryReport", equalTo("true")))
                        .withRequestBody(matchingJsonPath(
                                "$.userData",
                                equalTo(
                                        "Husk regningen fra Gear, Copenhagen på 360,00 DKK. Betalingsfrist: 19. mar. 2026."
                                                + " Betal i appen."))));
        B.verify(0, postRequestedFor(anyUrl()));
        assertThat(sms(notice)).isEqualTo("SENT a g-1");
        assertThat(world.historyOf(notice.id().value())).containsExactly("SMS_SENT");
    }

    @Test
    void everySmsGoesOutByTheSecondGatewayWhileTheFirstIsDead() throws Exception {
        routes.close();
        routes = routesTo("http://127.0.0.1:" + Ports.free() + "/send", B.baseUrl() + "/send")
                .start(words());
        B.stubFor(post("/send").willReturn(okJson(TAKEN)));
        var notices = IntStream.range(0, 20).mapToObj(n -> aReminder()).toList();

        routes.queueNotices();

        await().untilAsserted(() -> assertThat(states()).containsOnly("SENT"));
        assertThat(notices)
                .allSatisfy(notice -> B.verify(
                        moreThanOrExactly(1),
                        postRequestedFor(anyUrl())
                                .withRequestBody(matchingJsonPath(
                                        "$.refId", equalTo(notice.id().toString())))));
        assertThat(routes.count("caravan.sms.switched")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aGatewayThatHangsHoldsUpOnlyTheFirstFew() throws Exception {
        routes.close();
        routes = routesTo(A.baseUrl() + "/send", B.baseUrl() + "/send")
                .with("response-timeout", "1500")
                .start(words());
        A.stubFor(post("/send").willReturn(okJson(TAKEN).withFixedDelay(4000)));
        B.stubFor(post("/send").willReturn(okJson(TAKEN)));
        IntStream.range(0, 20).forEach(n -> aReminder());

        routes.queueNotices();

        await().untilAsserted(() -> assertThat(states()).containsOnly("SENT"));
        assertThat(A.findAll(postRequestedFor(anyUrl())).size()).isBetween(4, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-gateway-b", "sms-example"})
    void anSmsIsParkedWithItsReasonWhenBothGatewaysStayBroken(String second) throws Exception {
        routes.close();
        routes = routesTo(A.baseUrl() + "/send", B.baseUrl() + "/send")
                .with("second", second)
                .start(words());
        A.stubFor(post("/send").willReturn(aResponse().withStatus(500)));
        B.stubFor(post("/send").willReturn(aResponse().withStatus(503)));
        var notice = aReminder();

        routes.queueNotices();

        assertThat(routes.dead()).isEqualTo(notice.id().toString());
        awaitState(notice, "PARKED");
        assertThat(world.jdbc.queryForObject(
                        "select reason from notice where id = ?",
                        String.class,
                        notice.id().value()))
                .contains("503");
        B.verify(4, postRequestedFor(anyUrl()));
        assertThat(sms(notice)).startsWith("WRITTEN");
    }

    @Test
    void aRefusalOfBothIsNotRepeated() {
        A.stubFor(post("/send").willReturn(aResponse().withStatus(400)));
        B.stubFor(post("/send").willReturn(aResponse().withStatus(400)));
        var notice = aReminder();

        routes.queueNotices();

        assertThat(routes.dead()).isEqualTo(notice.id().toString());
        B.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aParkedSmsCanBeSentAgainFromItsDeadQueue() {
        A.stubFor(post("/send").willReturn(aResponse().withStatus(400)));
        B.stubFor(post("/send").willReturn(aResponse().withStatus(400)));
        var notice = aReminder();
        routes.queueNotices();
        var dead = routes.dead();
        A.stubFor(post("/send").willReturn(okJson(TAKEN)));

        routes.queueAgain(dead);

        awaitState(notice, "SENT");
    }

    @Test
    void whoeverTakesOverAfterACrashSendsUnderTheSameReference() throws Exception {
        var hangs = new CountDownLatch(1);
        A.stubFor(post("/send").willReturn(okJson(TAKEN)));
        AdviceWith.adviceWith(routes.camel, "channel-sms", route -> route.weaveById("record-sms")
                .before()
                .process(exchange -> hangs.await()));
        var notice = aReminder();
        routes.queueNotices();
        await().untilAsserted(() -> A.verify(1, postRequestedFor(anyUrl())));

        world.realTime.advance(Duration.ofSeconds(46));
        var other = routesTo(A.baseUrl() + "/send", B.baseUrl() + "/send").start(words());
        try {
            Transacted.run(database, () -> other.notices.revive(10));
            other.queueNotices();
            awaitState(notice, "SENT");
        } finally {
            hangs.countDown();
            other.close();
        }

        A.verify(
                2,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath("$.refId", equalTo(notice.id().toString()))));
        assertThat(world.historyOf(notice.id().value())).containsExactly("SMS_SENT");
    }

    @Test
    void anSmsOfAFutureTimeWaitsForIt() {
        A.stubFor(post("/send").willReturn(okJson(TAKEN)));
        var notice = reminder();
        Transacted.run(
                database,
                () -> routes.notices.plan(notice, world.businessTime.instant().plusSeconds(3600)));
        world.releaseNotices.release();
        routes.queueNotices();
        assertThat(states()).containsExactly("PLANNED");

        world.businessTime.advance(Duration.ofHours(1));
        world.releaseNotices.release();
        routes.queueNotices();

        awaitState(notice, "SENT");
        A.verify(1, postRequestedFor(anyUrl()));
    }

    private SmsRoutes routesTo(String a, String b) throws Exception {
        return new SmsRoutes(world, database, BROKERS.incrementAndGet(), a, b);
    }

    private static SmsWords words() {
        return new MobilePay("https://pay.example", TestPages.LINKS, 10).sms();
    }

    private Notice reminder() {
        var payer = world.aPayer();
        InvoiceId invoice = world.anInvoiceFor(payer);
        return Notice.of(EventId.next(), invoice.value(), NoticeKind.INVOICE_REMINDER, Channel.SMS, payer.phone());
    }

    private Notice aReminder() {
        var notice = reminder();
        Transacted.run(database, () -> routes.notices.add(List.of(notice)));
        return notice;
    }

    private void awaitState(Notice notice, String wanted) {
        await().untilAsserted(() -> assertThat(world.jdbc.queryForObject(
                        "select state from notice where id = ?",
                        String.class,
                        notice.id().value()))
                .isEqualTo(wanted));
    }

    private List<String> states() {
        return world.jdbc.queryForList("select state from notice where channel = 'SMS'", String.class);
    }

    private String sms(Notice notice) {
        return world.jdbc.queryForObject(
                "select state || ' ' || coalesce(gateway, '') || ' ' || coalesce(gateway_id, '') from sms where id = ?",
                String.class,
                notice.id().value());
    }

    private static WireMockExtension gateway() {
        return WireMockExtension.newInstance()
                .options(WireMockConfiguration.options().dynamicPort())
                .build();
    }
}
