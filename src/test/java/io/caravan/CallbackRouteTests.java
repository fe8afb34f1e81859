package io.caravan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.svix.Webhook;
import io.caravan.callback.CallbackRig;
import io.caravan.callback.PlainForm;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.callback.Desk;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageLinks;
import io.caravan.store.Database;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.MachineTime;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestPages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real route with the real client and real tables; merchants are WireMock's. */
class CallbackRouteTests {

    private final WireMockServer merchants =
            new WireMockServer(options().dynamicPort().containerThreads(60).maxRequestJournalEntries(10_000));
    private final GenericApplicationContext spring = new GenericApplicationContext();
    private CamelContext camel;
    private CallbackRig rig;

    @AfterEach
    void stop() {
        camel.stop();
        spring.close();
        merchants.stop();
    }

    private void start(StoreFixture store, Duration... waits) throws Exception {
        merchants.start();
        var dataSource = store.dataSource();
        rig = new CallbackRig(dataSource, Instant.now());
        camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(5);
        camel.getComponent("seda", SedaComponent.class).setDefaultPollTimeout(50);
        spring.registerBean("camelContext", CamelContext.class, () -> camel);
        spring.registerBean("producer", ProducerTemplate.class, () -> camel.createProducerTemplate());
        spring.registerBean(Transactions.class, () -> new Transactions(new JdbcTransactionManager(dataSource)));
        spring.registerBean(TransactionalJdbc.class, () -> new TransactionalJdbc(dataSource));
        spring.registerBean(Sealer.class, () -> PlainForm.SEALER);
        spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        spring.registerBean(CallbackForm.class, () -> new PlainForm(MOBILEPAY, 1, Duration.ZERO));
        spring.registerBean(PageLinks.class, () -> TestPages.LINKS);
        spring.registerBean("businessTime", Clock.class, Clock::systemUTC);
        spring.registerBean("realTime", Clock.class, Clock::systemUTC);
        var rhythm = new CallbackProperties.Rhythm(
                Duration.ZERO,
                Stream.of(waits).map(wait -> wait.toMillis() + "ms").toList());
        spring.registerBean(
                CallbackProperties.class,
                () -> new CallbackProperties(List.of(), Set.of(), true, Set.of(), rhythm, rhythm, rhythm, rhythm));
        new AnnotatedBeanDefinitionReader(spring).register(CallbackWiring.class);
        spring.refresh();
        for (var name :
                List.of("callbackPump", "callbackClient", "callbackMetrics", "callbackBell", "listOfOutcomes")) {
            camel.getRegistry().bind(name, spring.getBean(name));
        }
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/callback/deliver.camel.yaml"));
        camel.addLifecycleStrategy(spring.getBean(LifecycleStrategy.class));
        camel.start();
    }

    @OnBothDatabases
    void anEventReachesTheMerchantSigned(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200)));
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);

        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERED"));

        var request = received("/shop").get(0);
        assertThat(request.getBodyAsString()).isEqualTo("[" + PlainForm.text(event) + "]");
        assertThatCode(() -> new Webhook(CallbackRig.SECRET).verify(request.getBodyAsString(), headers(request)))
                .doesNotThrowAnyException();
        await().until(() -> counter("delivered") == 1);
    }

    @OnBothDatabases
    void aCallbackThatFailsComesAgainWithTheSameIdAndBytes(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(100), Duration.ofMillis(100));
        fails("/shop", 2);
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);

        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERED"));

        assertThat(received("/shop")).hasSize(3);
        assertThat(received("/shop").stream()
                        .map(request -> request.getHeader("webhook-id") + request.getBodyAsString())
                        .distinct())
                .hasSize(1);
        assertThat(rig.attempts()).isEqualTo(3);
        await().until(() -> counter("failed.attempts") == 2);
    }

    @OnBothDatabases
    void aCallbackThatFailsTooOftenIsDeadAndTheNextOfItsInvoiceGoes(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(50));
        fails("/shop", 2);
        var merchant = merchantAt("/shop");
        var invoice = UUID.randomUUID();
        var first = rig.event(merchant, MOBILEPAY, invoice, 0);
        var second = rig.event(merchant, MOBILEPAY, invoice, 1);

        relay(first, second);
        await().until(() -> rig.stateOf(second).equals("DELIVERED"));

        assertThat(rig.stateOf(first)).isEqualTo("DEAD");
        await().until(() -> counter("dead") == 1);
    }

    @OnBothDatabases
    void aSlowMerchantGetsFourAtATimeAndDelaysNoOther(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/slow").willReturn(aResponse().withStatus(200).withFixedDelay(8_000)));
        merchants.stubFor(post("/fast").willReturn(aResponse().withStatus(200)));
        var slow = merchantAt("/slow");
        var time = new MachineTime();
        relay(events(slow, 10));
        await().until(() -> desk().open() == 4 || time.stoodStill());

        var fast = events(merchantAt("/fast"), 20);
        relay(fast);
        await().until(() -> received("/fast").size() >= fast.length);

        await().until(() -> desk().open() == 4 || time.stoodStill());
        if (!time.stoodStill()) {
            assertThat(received("/slow")).as("before the first are answered").hasSize(4);
        }
    }

    /** The slow ones are connections that the system has accepted and nobody reads from. */
    @Test
    void aHundredSlowMerchantsTakeNothingFromAFastOne() throws Exception {
        start(new StoreFixture(Database.POSTGRESQL));
        merchants.stubFor(post("/fast").willReturn(aResponse().withStatus(200)));
        var fast = events(merchantAt("/fast"), 20);
        var time = new MachineTime();
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 100; i++) {
                var slow = rig.merchantWithoutEndpoint();
                rig.endpoint(slow, MOBILEPAY, "http://127.0.0.1:" + silent.getLocalPort() + "/");
                relay(events(slow, 5));
            }
            await().until(() -> desk().open() == 400 || time.stoodStill());

            relay(fast);
            await().until(() -> received("/fast").size() >= fast.length);

            int open = desk().open();
            if (!time.stoodStill()) {
                assertThat(open).isGreaterThanOrEqualTo(400);
            }
        }
    }

    @Test
    void anEndpointThatFailsForAllIsSuspendedAndCounted() throws Exception {
        start(new StoreFixture(Database.POSTGRESQL), Duration.ofHours(1));
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(500)));

        relay(events(merchantAt("/shop"), 40));
        await().until(() -> rig.suspendedEndpoints() == 1);

        await().until(() -> desk().open() == 0 && received("/shop").size() == (int) counter("failed.attempts"));
        assertThat(received("/shop")).hasSizeBetween(20, 39);
    }

    @OnBothDatabases
    void manyEventsOfManyMerchantsAllArriveInTheOrderOfTheirInvoices(StoreFixture store) throws Exception {
        start(store, Duration.ofMillis(50));
        merchants.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(202)));
        var all = new ArrayList<Event>();
        for (int merchant = 0; merchant < 8; merchant++) {
            var id = merchantAt("/" + merchant);
            for (int invoice = 0; invoice < 15; invoice++) {
                var subject = UUID.randomUUID();
                for (int number = 0; number < 4; number++) {
                    all.add(rig.event(id, MOBILEPAY, subject, number));
                }
            }
        }

        var time = new MachineTime();
        relay(all.toArray(Event[]::new));
        await().until(() -> bodies().size() >= all.size());

        if (!time.stoodStill()) {
            assertThat(arrivals()).hasSize(all.size());
        }
        assertThat(arrivals().stream()
                        .map(request -> request.getHeader("webhook-id") + request.getBodyAsString())
                        .distinct())
                .hasSize(all.size());
        var bodies = bodies();
        assertThat(bodies).hasSize(all.size());
        var arrived = bodies.stream()
                .map(body -> body.substring(2, body.length() - 2).split("#"))
                .collect(Collectors.groupingBy(
                        parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.joining())));
        assertThat(arrived).hasSize(120);
        assertThat(arrived.values()).containsOnly("0123");
    }

    @OnBothDatabases
    void whatAnotherInstanceLeftBehindIsSentWhenItsLeaseLapses(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200)));
        var event = rig.event(merchantAt("/shop"), MOBILEPAY, UUID.randomUUID(), 0);
        camel.getRouteController().stopRoute("callback-post");
        relay(event);
        await().until(() -> rig.stateOf(event).equals("DELIVERING"));

        rig.jdbc.update("update endpoint set lease_until = ?", OffsetDateTime.now(ZoneOffset.UTC));
        camel.getRouteController().startRoute("callback-post");

        await().until(() -> rig.stateOf(event).equals("DELIVERED"));
        assertThat(rig.jdbc.queryForObject("select max(fence) from endpoint", Long.class))
                .isPositive();
    }

    @OnBothDatabases
    void whenTheServiceStopsWhatIsOnItsWayArrivesAndTheRestIsLeftToOthers(StoreFixture store) throws Exception {
        start(store);
        merchants.stubFor(post("/shop").willReturn(aResponse().withStatus(200).withFixedDelay(2_000)));
        relay(events(merchantAt("/shop"), 10));
        await().until(() -> desk().open() == 4);

        camel.stop();

        assertThat(rig.jdbc.queryForList("select state from callback order by state", String.class))
                .startsWith("DELIVERED", "DELIVERED", "DELIVERED", "DELIVERED", "WAITING");
        assertThat(rig.jdbc.queryForList("select state from delivery", String.class))
                .doesNotContain("SENDING");
        assertThat(rig.jdbc.queryForObject(
                        "select count(*) from endpoint where lease_owner is not null", Integer.class))
                .isZero();
    }

    private MerchantId merchantAt(String path) {
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEPAY, "http://127.0.0.1:" + merchants.port() + path);
        return merchant;
    }

    private Event[] events(MerchantId merchant, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
    }

    /** Two failures and more good answers. */
    private void fails(String path, int times) {
        merchants.stubFor(post(path).willReturn(aResponse().withStatus(200)));
        for (int i = 0; i < times; i++) {
            merchants.stubFor(post(path)
                    .inScenario(path)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "failed " + i)
                    .willSetStateTo("failed " + (i + 1))
                    .willReturn(aResponse().withStatus(500).withBody("try later")));
        }
    }

    /** All requests, in the order in which they came. */
    private List<LoggedRequest> arrivals() {
        return merchants.getServeEvents().getRequests().stream()
                .map(ServeEvent::getRequest)
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    /** What they said, each once. */
    private List<String> bodies() {
        return arrivals().stream()
                .map(LoggedRequest::getBodyAsString)
                .distinct()
                .toList();
    }

    private List<LoggedRequest> received(String path) {
        return merchants.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private static HttpHeaders headers(LoggedRequest request) {
        return HttpHeaders.of(
                request.getHeaders().all().stream()
                        .collect(Collectors.toMap(header -> header.key(), header -> header.values())),
                (name, value) -> true);
    }

    private Desk desk() {
        return spring.getBean(Desk.class);
    }

    private void relay(Event... events) {
        new TransactionTemplate(new JdbcTransactionManager(rig.jdbc.getDataSource()))
                .executeWithoutResult(status -> spring.getBean(Callbacks.class).add(List.of(events)));
    }

    private double counter(String name) {
        return spring.getBean(MeterRegistry.class)
                .get("caravan.callbacks." + name)
                .tag("dialect", "mobilepay")
                .counter()
                .count();
    }
}
