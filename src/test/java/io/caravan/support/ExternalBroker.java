package io.caravan.support;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker beside the services, with its journal on disk and the address settings that they need. */
public final class ExternalBroker implements AutoCloseable {

    private final Path folder;
    private final int port = Ports.free();
    private EmbeddedActiveMQ server;

    /** A broker that runs. */
    public ExternalBroker(Path folder) {
        this.folder = folder;
        start();
    }

    /** Starts it again on its journal. */
    public void start() {
        server = new EmbeddedActiveMQ();
        try {
            server.setConfiguration(new ConfigurationImpl()
                    .setPersistenceEnabled(true)
                    .setSecurityEnabled(false)
                    .setJournalType(JournalType.NIO)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .addAcceptorConfiguration("tcp", uri())
                    .addAddressSetting(
                            "channel.#",
                            new AddressSettings()
                                    .setRedeliveryDelay(500)
                                    .setRedeliveryMultiplier(2)
                                    .setMaxRedeliveryDelay(60_000)
                                    .setMaxDeliveryAttempts(-1)));
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
