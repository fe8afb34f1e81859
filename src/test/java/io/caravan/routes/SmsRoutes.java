package io.caravan.routes;

import io.caravan.PaymentWorld;
import io.caravan.camel.ClaimKeeper;
import io.caravan.camel.NoticeQueues;
import io.caravan.camel.OneAttempt;
import io.caravan.camel.OutboxRelay;
import io.caravan.camel.RelayBell;
import io.caravan.channel.SmppWords;
import io.caravan.channel.SmsMapping;
import io.caravan.core.notice.Notices;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.SmsMessages;
import io.caravan.core.sms.SmsWords;
import io.caravan.store.JdbcNotices;
import io.caravan.store.JdbcOutbox;
import io.caravan.store.JdbcPages;
import io.caravan.store.JdbcSmsMessages;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.Patience;
import io.caravan.support.TestPages;
import io.caravan.support.Transacted;
import io.caravan.usecase.notice.ClaimNotice;
import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.HearInboundSms;
import io.caravan.usecase.notice.HearSmsReport;
import io.caravan.usecase.notice.ParkNotice;
import io.caravan.usecase.notice.RecordQueued;
import io.caravan.usecase.notice.RecordSms;
import io.caravan.usecase.notice.RelayEvents;
import io.caravan.usecase.notice.RenewClaim;
import io.caravan.usecase.notice.TakeNotices;
import io.caravan.usecase.notice.WriteSms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

/** The real routes from ready notices to the SMS gateways, with a real broker between them. */
final class SmsRoutes {

    private static final List<String> FILES = List.of(
            "config/channel-retry",
            "config/caller-decides",
            "config/dead-letter",
            "channel/sms",
            "channel/sms-gateway-a",
            "channel/sms-gateway-b",
            "channel/sms-smpp",
            "channel/sms-example",
            "workflow/relay");

    final CamelContext camel = new DefaultCamelContext();
    final Notices notices;
    final SmsMessages messages;
    final JmsTemplate jms;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final PaymentWorld world;
    private final DataSource dataSource;
    private final Properties settings = new Properties();
    private final OneAttempt oneAttempt = new OneAttempt(Patience.SOON);
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections;

    /** Not started yet. */
    SmsRoutes(PaymentWorld world, DataSource dataSource, int brokerId, String gatewayA, String gatewayB)
            throws Exception {
        this.world = world;
        this.dataSource = dataSource;
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://" + brokerId)
                .addAddressSetting(
                        "#", new AddressSettings().setRedeliveryDelay(50).setMaxDeliveryAttempts(-1)));
        broker.start();
        connections = new ActiveMQConnectionFactory("vm://" + brokerId);
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(Patience.SOON.toMillis());
        var stores = new TransactionalJdbc(dataSource);
        notices = new JdbcNotices(stores, world.realTime, Duration.ofMinutes(10));
        messages = new JdbcSmsMessages(stores);
        with("first", "sms-gateway-a").with("second", "sms-gateway-b").with("consumers", "2");
        with("connect-timeout", "300000").with("response-timeout", "300000");
        with("example.url", gatewayB).with("example.key", "secret");
        with("smpp.host", "127.0.0.1").with("smpp.port", "2775");
        with("smpp.user", "sandbox").with("smpp.password", "sandbox");
        for (var gateway : Map.of("a", gatewayA, "b", gatewayB).entrySet()) {
            with(gateway.getKey() + ".url", gateway.getValue());
            with(gateway.getKey() + ".user", "user-" + gateway.getKey());
            with(gateway.getKey() + ".password", "p&+w%");
        }
    }

    SmsRoutes with(String setting, String value) {
        settings.setProperty("caravan.channel.sms." + setting, value);
        return this;
    }

    /** Starts them, with the words of these dialects. */
    SmsRoutes start(SmsWords... words) throws Exception {
        settings.setProperty("caravan.channel.retry-delay", "1");
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.addComponent("jms", JmsComponent.jmsComponent(connections));
        beans(words).forEach(camel.getRegistry()::bind);
        for (var file : FILES) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/" + file + ".camel.yaml"));
        }
        AdviceWith.adviceWith(camel, "relay-sweep", route -> route.replaceFromWith("direct:no-sweep"));
        camel.start();
        return this;
    }

    private Map<String, Object> beans(SmsWords... words) {
        var transacted = new JmsTemplate(connections);
        transacted.setSessionTransacted(true);
        var stores = new TransactionalJdbc(dataSource);
        var outbox = new JdbcOutbox(stores, world.realTime);
        var beans = new HashMap<String, Object>();
        beans.put("oneAttempt", oneAttempt);
        beans.put("claimKeeper", new ClaimKeeper(Transacted.around(dataSource, new RenewClaim(notices))));
        beans.put("metricsRegistry", meters);
        beans.put("takeNotices", Transacted.around(dataSource, new TakeNotices(notices)));
        beans.put("noticeQueues", new NoticeQueues(transacted));
        beans.put("recordQueued", Transacted.around(dataSource, new RecordQueued(notices)));
        beans.put(
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
                                world.businessTime)));
        beans.put(
                "writeSms",
                Transacted.around(
                        dataSource,
                        new WriteSms(
                                world.merchants,
                                new JdbcPages(stores, TestPages.TOKENS),
                                TestPages.LINKS,
                                messages,
                                List.of(words),
                                new Originator("Caravan"),
                                world.realTime)));
        beans.put("smsMapping", new SmsMapping());
        beans.put(
                "recordSms",
                Transacted.around(
                        dataSource,
                        new RecordSms(notices, messages, world.events, world.businessTime, world.realTime)));
        beans.put("smppWords", new SmppWords());
        beans.put(
                "hearSmsReport",
                Transacted.around(
                        dataSource, new HearSmsReport(messages, world.events, world.businessTime, world.realTime)));
        beans.put(
                "hearInboundSms",
                Transacted.around(dataSource, new HearInboundSms(messages, List.of(), world.realTime)));
        beans.put("parkNotice", Transacted.around(dataSource, new ParkNotice(notices)));
        beans.put("relayBell", new RelayBell(camel.createProducerTemplate(), "seda:relay-bell"));
        beans.put(
                "outboxRelay",
                new OutboxRelay(
                        Transacted.around(dataSource, new FindWaitingShards(outbox)),
                        Transacted.around(dataSource, new RelayEvents(outbox, notices, events -> {})),
                        new SimpleMeterRegistry()));
        return beans;
    }

    void queueNotices() {
        camel.createProducerTemplate().sendBody("direct:queue-notices", null);
    }

    /** Puts the id on the queue again, as a lost acknowledgement or an operator would. */
    void queueAgain(String id) {
        jms.convertAndSend("channel.sms", id);
    }

    /** The next id on the dead queue. */
    String dead() {
        return (String) jms.receiveAndConvert("dead.channel-sms");
    }

    double count(String meter) {
        var counter = meters.find(meter).counter();
        return counter == null ? 0 : counter.count();
    }

    void close() throws Exception {
        camel.stop();
        oneAttempt.close();
        broker.stop();
    }
}
