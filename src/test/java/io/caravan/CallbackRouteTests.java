package io.caravan;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.caravan.core.dialect.Dialect.EPAYMENT;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.caravan.callback.CallbackRig;
import io.caravan.callback.PlainForm;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.Callbacks;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.Database;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.TestDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
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

    private void start(Database database, Duration... waits) throws Exception {
        merchants.start();
        var dataSource = TestDatabases.of(database);
        rig = new CallbackRig(dataSource);
        camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(5);
        spring.registerBean("camelContext", CamelContext.class, () -> camel);
        spring.registerBean("producer", ProducerTemplate.class, () -> camel.createProducerTemplate());
        spring.registerBean(Transactions.class, () -> new Transactions(new JdbcTransactionManager(dataSource)));
        spring.registerBean(TransactionalJdbc.class, () -> new TransactionalJdbc(dataSource));
        spring.registerBean(Sealer.class, () -> PlainForm.SEALER);
        spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        spring.registerBean(CallbackForm.class, () -> new PlainForm(EPAYMENT, 1, Duration.ZERO));
        spring.registerBean("businessTime", Clock.class, Clock::systemUTC);
        spring.registerBean("realTime", Clock.class, Clock::systemUTC);
        var rhythm = new CallbackProperties.Rhythm(Duration.ZERO, List.of(waits));
        spring.registerBean(CallbackProperties.class, () -> new CallbackProperties(List.of(), Set.of(), true, rhythm));
        new AnnotatedBeanDefinitionReader(spring).register(CallbackWiring.class);
        spring.refresh();
        for (var name :
                List.of("callbackPump", "callbackClient", "callbackMetrics", "callbackBell", "listOfOutcomes")) {
            camel.getRegistry().bind(name, spring.getBean(name));
        }
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/callback/deliver.camel.yaml"));
        camel.start();
    }

    private MerchantId merchantAt(String path) {
        var merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, EPAYMENT, "http://127.0.0.1:" + merchants.port() + path);
        return merchant;
    }

    private void relay(Event... events) {
        new TransactionTemplate(new JdbcTransactionManager(rig.jdbc.getDataSource()))
                .executeWithoutResult(status -> spring.getBean(Callbacks.class).add(List.of(events)));
    }

    private double counter(String name) {
        return spring.getBean(MeterRegistry.class)
                .get("caravan.callbacks." + name)
                .tag("dialect", "epayment")
                .counter()
                .count();
    }
}
