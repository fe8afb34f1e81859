package io.caravan;

import io.caravan.camel.RequestBinding;
import io.caravan.mock.MockMemory;
import io.caravan.support.SignedWebhook;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.support.PluginHelper;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The mock endpoints over HTTP, with their real routes and beans, and no Spring context. */
final class MockServer implements AutoCloseable {

    private static final String SERVLET = "MockServlet";

    private final CamelContext camel = new DefaultCamelContext();
    private final WebServer web;
    private final MockMemory memory;

    /** {@code service}: where the acquirer tells what has happened. */
    MockServer(Path folder, String service) throws Exception {
        var wiring = new MockWiring();
        var factory = new TomcatServletWebServerFactory(0);
        wiring.mockSilence().customize(factory);
        web = factory.getWebServer(context -> {
            var servlet = context.addServlet(SERVLET, new CamelHttpTransportServlet());
            servlet.addMapping("/*");
            servlet.setLoadOnStartup(1);
        });
        web.start();
        var properties = new MockProperties(
                uri("").toString(),
                true,
                web.getPort(),
                4,
                "mock-endpoints",
                folder,
                service,
                "wallet",
                "secret",
                "whsec_Y2FyYXZhbi1zYW5kYm94LXBzcC13ZWJob29rLXNlY3JldA==",
                "whsec_Y2FyYXZhbi1zYW5kYm94LWNhcnJpZXItd2ViaG9vay1zZWNyZXQ=",
                SignedWebhook.BANK_SECRET,
                SignedWebhook.SMS_SECRET,
                Map.of());
        memory = wiring.mockMemory(properties);
        var faults = wiring.mockFaults(memory);
        var merchant = wiring.mockMerchant(memory, properties);
        var webhooks = wiring.mockWebhooks(memory, faults, properties);
        var ledger = wiring.mockLedger(memory, properties);
        var wallet = wiring.mockWallet(memory, properties);
        camel.getRegistry().bind("mockSms", wiring.mockSms(memory, faults, properties));
        Map.of(
                        "mockFaults",
                        faults,
                        "mockMerchant",
                        merchant,
                        "mockWebhooks",
                        webhooks,
                        "mockPsp",
                        wiring.mockPsp(memory, webhooks, properties),
                        "mockLedger",
                        ledger,
                        "mockPayers",
                        wiring.mockPayers(memory, webhooks),
                        "mockPayPage",
                        wiring.mockPayPage(memory),
                        "mockWallet",
                        wallet,
                        "mockPages",
                        wiring.mockPages(wallet, ledger, merchant),
                        "requestBinding",
                        new RequestBinding(List.of()))
                .forEach(camel.getRegistry()::bind);
        camel.getRegistry().bind("mockBrowser", wiring.mockBrowser(wallet, properties));
        var carrierWebhooks = wiring.mockCarrierWebhooks(memory, faults, properties);
        var carrier = wiring.mockCarrier(memory, carrierWebhooks);
        var subscribers = wiring.mockSubscribers(memory, carrierWebhooks);
        Map.of(
                        "mockCarrierWebhooks",
                        carrierWebhooks,
                        "mockCarrier",
                        carrier,
                        "mockSubscribers",
                        subscribers,
                        "mockCarrierPages",
                        wiring.mockCarrierPages(subscribers, carrier))
                .forEach(camel.getRegistry()::bind);
        var bankWebhooks = wiring.mockBankWebhooks(memory, faults, properties);
        var bank = wiring.mockBank(memory, bankWebhooks);
        Map.of("mockBankWebhooks", bankWebhooks, "mockBank", bank, "mockBankPages", wiring.mockBankPages(bank))
                .forEach(camel.getRegistry()::bind);
        configure(camel.getRestConfiguration());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getPackageScanResourceResolver(camel)
                        .findResources("file:mock-endpoints/*.camel.yaml"));
        camel.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + web.getPort() + path);
    }

    @Override
    public void close() {
        camel.stop();
        web.stop();
        memory.close();
    }

    private static void configure(RestConfiguration rest) {
        rest.setComponent("servlet");
        rest.setInlineRoutes(false);
        rest.setEndpointProperties(Map.of("httpBinding", "#requestBinding", "servletName", SERVLET));
    }
}
