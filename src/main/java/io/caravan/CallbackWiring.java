package io.caravan;

import io.caravan.camel.CallbackMetrics;
import io.caravan.camel.CallbackPump;
import io.caravan.camel.RelayBell;
import io.caravan.channel.callback.CallbackClient;
import io.caravan.channel.callback.GuardSettings;
import io.caravan.core.callback.CallbackForm;
import io.caravan.core.callback.CallbackForms;
import io.caravan.core.callback.Deliveries;
import io.caravan.core.callback.Desk;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.callback.Standing;
import io.caravan.core.callback.Standings;
import io.caravan.core.callback.WaitingEvents;
import io.caravan.core.page.PageLinks;
import io.caravan.store.JdbcCallbacks;
import io.caravan.store.JdbcDeliveries;
import io.caravan.store.JdbcEndpoints;
import io.caravan.store.JdbcStandings;
import io.caravan.store.JdbcWaitingEvents;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.callback.ChangeEndpoint;
import io.caravan.usecase.callback.FindDueEndpoints;
import io.caravan.usecase.callback.GiveUpOverdue;
import io.caravan.usecase.callback.LeaseEndpoints;
import io.caravan.usecase.callback.MeasureCallbacks;
import io.caravan.usecase.callback.RecordAttempts;
import io.caravan.usecase.callback.RenewLeases;
import io.caravan.usecase.callback.StoreEndpoint;
import io.caravan.usecase.callback.TakeDeliveries;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/** Callbacks to merchants. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class CallbackWiring {

    /** Open exchanges from one instance. */
    private static final int IN_ALL = 1000;

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** What an exchange may take; leases last longer. */
    private static final Duration EXCHANGE = Duration.ofSeconds(10);

    @Bean
    CallbackForms callbackForms(ObjectProvider<CallbackForm> forms) {
        return new CallbackForms(forms.stream().toList());
    }

    @Bean
    RelayBell callbackBell(@Lazy ProducerTemplate producer) {
        return new RelayBell(producer, "seda:callback-lease");
    }

    @Bean
    JdbcWaitingEvents waitingEvents(TransactionalJdbc jdbc, CallbackForms forms) {
        return new JdbcWaitingEvents(jdbc, forms);
    }

    @Bean
    JdbcCallbacks callbacks(TransactionalJdbc jdbc, CallbackForms forms, Clock businessTime, RelayBell callbackBell) {
        return new JdbcCallbacks(jdbc, forms, businessTime, callbackBell);
    }

    @Bean
    Endpoints endpoints(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcEndpoints(jdbc, sealer);
    }

    @Bean
    Deliveries deliveries(TransactionalJdbc jdbc) {
        return new JdbcDeliveries(jdbc);
    }

    @Bean
    Standings standings(TransactionalJdbc jdbc) {
        return new JdbcStandings(jdbc);
    }

    @Bean
    Desk desk() {
        return new Desk(Standing.FULL_WIDTH, IN_ALL);
    }

    /** Lets what is on its way arrive when the service stops, and sends nothing more. */
    @Bean
    LifecycleStrategy deskCloses(Desk desk) {
        return new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext context) {
                desk.close();
            }
        };
    }

    @Bean
    CallbackClient callbackClient(CallbackProperties properties, Clock realTime) throws NoSuchAlgorithmException {
        return new CallbackClient(
                new GuardSettings(
                        properties.allowedNetworks(),
                        properties.morePorts(),
                        properties.loopback(),
                        properties.plainHosts(),
                        IN_ALL,
                        CONNECT,
                        EXCHANGE,
                        SSLContext.getDefault()),
                realTime);
    }

    @Bean
    ChangeEndpoint changeEndpoint(
            Transactions transactions, CallbackClient client, Endpoints endpoints, Clock businessTime) {
        return new ChangeEndpoint(client.urls(), transactions.around(new StoreEndpoint(endpoints, businessTime)));
    }

    @Bean
    CallbackPump callbackPump(
            Transactions transactions,
            Desk desk,
            CallbackForms forms,
            Endpoints endpoints,
            Standings standings,
            Deliveries deliveries,
            WaitingEvents waitingEvents,
            PageLinks pageLinks,
            CallbackProperties properties,
            RelayBell callbackBell,
            Clock businessTime,
            Clock realTime) {
        return new CallbackPump(
                desk,
                transactions.around(new LeaseEndpoints(
                        endpoints, deliveries, UUID.randomUUID().toString(), businessTime, realTime)),
                transactions.around(new RenewLeases(endpoints, realTime)),
                transactions.around(new FindDueEndpoints(endpoints, businessTime)),
                transactions.around(new TakeDeliveries(
                        endpoints, standings, waitingEvents, deliveries, forms, pageLinks, businessTime, realTime)),
                transactions.around(new RecordAttempts(
                        endpoints,
                        standings,
                        deliveries,
                        waitingEvents,
                        properties.plans(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        businessTime)),
                callbackBell,
                realTime);
    }

    @Bean
    CallbackMetrics callbackMetrics(
            MeterRegistry registry,
            Transactions transactions,
            WaitingEvents waitingEvents,
            Standings standings,
            Desk desk,
            CallbackForms forms,
            Clock businessTime) {
        return new CallbackMetrics(
                registry,
                transactions.around(new MeasureCallbacks(waitingEvents, standings, businessTime)),
                forms.dialects(),
                desk);
    }

    @Bean
    GiveUpOverdue giveUpOverdue(
            Transactions transactions,
            Standings standings,
            Deliveries deliveries,
            WaitingEvents waitingEvents,
            CallbackForms forms,
            Clock businessTime) {
        return transactions.around(new GiveUpOverdue(standings, deliveries, waitingEvents, forms, businessTime));
    }

    /** Collects outcomes into a list, for one transaction. */
    @Bean
    AggregationStrategy listOfOutcomes() {
        return AggregationStrategies.groupedBody();
    }
}
