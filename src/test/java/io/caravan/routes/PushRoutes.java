package io.caravan.routes;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.caravan.PaymentWorld;
import io.caravan.camel.ClaimKeeper;
import io.caravan.camel.NoticeQueues;
import io.caravan.camel.OneAttempt;
import io.caravan.camel.OutboxRelay;
import io.caravan.camel.RelayBell;
import io.caravan.channel.PushGateway;
import io.caravan.core.notice.Notices;
import io.caravan.store.JdbcNotices;
import io.caravan.store.JdbcOutbox;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Patience;
import io.caravan.support.Transacted;
import io.caravan.usecase.notice.ClaimNotice;
import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.ParkNotice;
import io.caravan.usecase.notice.RecordQueued;
import io.caravan.usecase.notice.RecordSent;
import io.caravan.usecase.notice.RelayEvents;
import io.caravan.usecase.notice.RenewClaim;
import io.caravan.usecase.notice.TakeNotices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.jms.core.JmsTemplate;

/** The real routes from ready notices to the push gateway, with a real broker between them. */
final class PushRoutes {

    final CamelContext camel = new DefaultCamelContext();
    final Notices notices;
    final JmsTemplate jms;

    /** While set, nothing can be put on the dead queue. */
    final AtomicBoolean deadQueueIsBroken = new AtomicBoolean();

    private final OneAttempt oneAttempt = new OneAttempt(Duration.ofSeconds(10));
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    PushRoutes(PaymentWorld world, DataSource dataSource, String gateway) throws Exception {
        startBroker();
        ConnectionFactory connections = new ActiveMQConnectionFactory("vm://7");
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(Patience.SOON.toMillis());
        var transacted = new JmsTemplate(connections);
        transacted.setSessionTransacted(true);
        notices = new JdbcNotices(new TransactionalJdbc(dataSource), world.realTime, Duration.ofMinutes(10));

        var settings = new Properties();
        settings.setProperty("caravan.channel.push.url", gateway + "/push");
        settings.setProperty("caravan.channel.push.consumers", "2");
        settings.setProperty("caravan.channel.retry-delay", "1");
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.addComponent("jms", JmsComponent.jmsComponent(connections));
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        camel.getRegistry().bind("oneAttempt", oneAttempt);
        camel.getRegistry()
                .bind("claimKeeper", new ClaimKeeper(Transacted.around(dataSource, new RenewClaim(notices))));
        Map.of(
                        "metricsRegistry", new SimpleMeterRegistry(),
                        "takeNotices", Transacted.around(dataSource, new TakeNotices(notices)),
                        "noticeQueues", new NoticeQueues(transacted),
                        "recordQueued", Transacted.around(dataSource, new RecordQueued(notices)),
                        "claimNotice",
                                Transacted.around(
                                        dataSource,
                                        new ClaimNotice(
                                                notices,
                                                world.invoices,
                                                world.merchants,
                                                world.schedules,
                                                world.consents,
                                                world.prompts,
                                                world.preTransactions,
                                                world.events,
                                                world.findOffer,
                                                world.businessTime)),
                        "pushGateway", new PushGateway(json),
                        "recordSent", Transacted.around(dataSource, new RecordSent(notices)),
                        "parkNotice", Transacted.around(dataSource, new ParkNotice(notices)),
                        "relayBell", new RelayBell(camel.createProducerTemplate(), "seda:relay-bell"),
                        "outboxRelay", relayOf(dataSource, world))
                .forEach(camel.getRegistry()::bind);
        for (var file : new String[] {"config/channel-retry", "config/dead-letter", "channel/push", "workflow/relay"}) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file + ".camel.yaml"));
        }
        AdviceWith.adviceWith(camel, "park-message", route -> route.weaveById("to-dead-queue")
                .before()
                .process(exchange -> {
                    if (deadQueueIsBroken.get()) {
                        throw new IllegalStateException("the dead queue is broken");
                    }
                }));
        AdviceWith.adviceWith(camel, "relay-sweep", route -> route.replaceFromWith("direct:no-sweep"));
        camel.start();
    }

    private OutboxRelay relayOf(DataSource dataSource, PaymentWorld world) {
        var outbox = new JdbcOutbox(new TransactionalJdbc(dataSource), world.realTime);
        return new OutboxRelay(
                Transacted.around(dataSource, new FindWaitingShards(outbox)),
                Transacted.around(dataSource, new RelayEvents(outbox, notices, events -> {})),
                new SimpleMeterRegistry());
    }

    /** Puts the id on the queue again, as a lost acknowledgement or an operator would. */
    void queueAgain(String id) {
        jms.convertAndSend("channel.push", id);
    }

    /** The next id on the dead queue. */
    String dead() {
        return (String) jms.receiveAndConvert("dead.channel-push");
    }

    private void startBroker() throws Exception {
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://7")
                .addAddressSetting(
                        "#", new AddressSettings().setRedeliveryDelay(50).setMaxDeliveryAttempts(-1)));
        broker.start();
    }

    void close() throws Exception {
        camel.stop();
        oneAttempt.close();
        broker.stop();
    }
}
