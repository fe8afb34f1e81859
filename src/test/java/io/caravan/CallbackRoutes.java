package io.caravan;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.caravan.callback.CallbackRig;
import io.caravan.callback.PlainForm;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.callback.Desk;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageLinks;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestPages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real route with the real client and real tables; merchants are WireMock's. */
abstract class CallbackRoutes {

    final WireMockServer merchants =
            new WireMockServer(options().dynamicPort().containerThreads(60).maxRequestJournalEntries(10_000));

    private final GenericApplicationContext spring = new GenericApplicationContext();

    CamelContext camel;
    CallbackRig rig;

    @AfterEach
    void stop() {
        camel.stop();
        spring.close();
        merchants.stop();
    }

    void start(StoreFixture store, Duration... waits) throws Exception {
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

    MerchantId merchantAt(String path) {
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, MOBILEPAY, "http://127.0.0.1:" + merchants.port() + path);
        return merchant;
    }

    Event[] events(MerchantId merchant, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> rig.event(merchant, MOBILEPAY, UUID.randomUUID(), 0))
                .toArray(Event[]::new);
    }

    List<LoggedRequest> received(String path) {
        return merchants.findAll(postRequestedFor(urlEqualTo(path)));
    }

    Desk desk() {
        return spring.getBean(Desk.class);
    }

    void relay(Event... events) {
        new TransactionTemplate(new JdbcTransactionManager(rig.jdbc.getDataSource()))
                .executeWithoutResult(status -> spring.getBean(Callbacks.class).add(List.of(events)));
    }

    double counter(String name) {
        return spring.getBean(MeterRegistry.class)
                .get("caravan.callbacks." + name)
                .tag("dialect", "mobilepay")
                .counter()
                .count();
    }
}
