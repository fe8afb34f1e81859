package io.caravan;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.jms.core.JmsTemplate;

/** JMS: an embedded broker with its journal on disk, or an external one. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class MessagingWiring {

    private static final String EMBEDDED = "vm://0";

    /** How often an instance tells an external broker that it is there, and looks whether the broker is. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

    /**
     * The broker gives what an instance was about to take to others if it has been asked nothing for so long. The
     * instance gives the broker up if nothing has come between two looks that are at least as far apart.
     */
    private static final Duration SILENT = Duration.ofSeconds(25);

    /** How soon an embedded broker that has ended is started again. */
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    /** No message expires, and the broker gives none up. */
    private static final SimpleString NOWHERE = SimpleString.of("dead.broker");

    /** An address within this process only: nobody else can connect. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    @ConditionalOnExpression("'${caravan.broker.url:}' == ''")
    EmbeddedBroker broker(MessagingProperties properties) {
        return new EmbeddedBroker(new EmbeddedActiveMQ().setConfiguration(configuration(properties)), LOOKED_AT_EVERY);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(
            MessagingProperties properties,
            org.springframework.beans.factory.ObjectProvider<EmbeddedBroker> startedBefore)
            throws JMSException {
        startedBefore.getIfAvailable();
        var artemis = new ActiveMQConnectionFactory(properties.isEmbedded() ? EMBEDDED : properties.url());
        artemis.setUser(properties.user());
        artemis.setPassword(properties.password());
        artemis.setCallTimeout(properties.callTimeout().toMillis());
        artemis.setBlockOnDurableSend(true);
        artemis.setReconnectAttempts(0);
        if (!properties.isEmbedded() && !properties.url().contains("connectionTTL=")) {
            artemis.setConnectionTTL(SILENT.toMillis());
        }
        if (!properties.isEmbedded() && !properties.url().contains("clientFailureCheckPeriod=")) {
            artemis.setClientFailureCheckPeriod(ASKED_EVERY.toMillis());
        }
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis);
        pool.setMaxConnections(2);
        pool.setUseAnonymousProducers(true);
        return pool;
    }

    /** For sending in one transacted session. */
    @Bean
    JmsTemplate transactedJms(ConnectionFactory connectionFactory) {
        var template = new JmsTemplate(connectionFactory);
        template.setSessionTransacted(true);
        return template;
    }

    /**
     * The journal syncs each write, gathering for 0.2 ms what is synced together. A message comes back after 0.5 s, 1 s,
     * 2 s and so on up to a minute, for as long as it takes: giving up is the route's decision.
     */
    private static Configuration configuration(MessagingProperties properties) {
        var folder = properties.folder();
        return new ConfigurationImpl()
                .setName("caravan")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(200_000)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .addAcceptorConfiguration(
                        new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", "0")))
                .addAddressSetting("channel.#", redelivered())
                .addAddressSetting("dead.#", redelivered())
                .addQueueConfiguration(queue("channel.push"))
                .addQueueConfiguration(queue("dead.channel-push"))
                .addQueueConfiguration(queue("channel.sms"))
                .addQueueConfiguration(queue("dead.channel-sms"));
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name)
                .setRoutingType(org.apache.activemq.artemis.api.core.RoutingType.ANYCAST)
                .setDurable(true);
    }

    private static AddressSettings redelivered() {
        return new AddressSettings()
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000)
                .setMaxDeliveryAttempts(-1)
                .setAutoDeleteQueues(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }
}
