package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;

/** An embedded broker that ends because its disk fails it. */
class EmbeddedBrokerTests {

    private static final String ADDRESS = "vm://4711";

    @TempDir
    private Path folder;

    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    private EmbeddedBroker broker;
    private ActiveMQConnectionFactory connections;
    private JmsTemplate jms;

    @BeforeEach
    void start() throws Exception {
        artemis.setConfiguration(new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .addAcceptorConfiguration("vm", ADDRESS));
        broker = new EmbeddedBroker(artemis, Duration.ofMillis(50));
        broker.start();
        connections = new ActiveMQConnectionFactory(ADDRESS);
        connections.setReconnectAttempts(0);
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(Patience.SOON.toMillis());
    }

    @AfterEach
    void stop() throws Exception {
        connections.close();
        broker.stop();
    }

    @Test
    void isStartedAgainWithWhatItHadTaken() {
        jms.convertAndSend("some.queue", "before");

        artemis.getActiveMQServer().getStorageManager().criticalError(new IOException("No space left on device"));
        await().atMost(Patience.SOON)
                .ignoreExceptionsInstanceOf(JmsException.class)
                .untilAsserted(() -> {
                    jms.convertAndSend("other.queue", "after");
                    assertThat(jms.receiveAndConvert("other.queue")).isEqualTo("after");
                });

        assertThat(jms.receiveAndConvert("some.queue")).isEqualTo("before");
    }
}
