package io.caravan;

import io.caravan.mock.MockBank;
import io.caravan.mock.MockBankPages;
import io.caravan.mock.MockBrowser;
import io.caravan.mock.MockCarrier;
import io.caravan.mock.MockCarrierPages;
import io.caravan.mock.MockFaults;
import io.caravan.mock.MockLedger;
import io.caravan.mock.MockMemory;
import io.caravan.mock.MockMerchant;
import io.caravan.mock.MockPages;
import io.caravan.mock.MockPayPage;
import io.caravan.mock.MockPayers;
import io.caravan.mock.MockPsp;
import io.caravan.mock.MockReply;
import io.caravan.mock.MockSms;
import io.caravan.mock.MockSubscribers;
import io.caravan.mock.MockWallet;
import io.caravan.mock.MockWebhooks;
import io.caravan.mock.WalletApp;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The mock endpoints: inside the service, or alone. */
@Configuration(proxyBeanMethods = false)
@Profile({"sandbox", "mocks"})
@ConditionalOnProperty("caravan.mock.local")
class MockWiring {

    @Bean
    MockMemory mockMemory(MockProperties properties) {
        return new MockMemory(properties.folder());
    }

    @Bean
    MockFaults mockFaults(MockMemory memory) {
        return new MockFaults(memory.jdbc(), Clock.systemUTC());
    }

    @Bean
    MockMerchant mockMerchant(MockMemory memory, MockProperties properties) {
        return new MockMerchant(memory.jdbc(), Clock.systemUTC(), properties.callbackSecrets());
    }

    @Bean
    MockWebhooks mockWebhooks(MockMemory memory, MockFaults faults, MockProperties properties) {
        return new MockWebhooks(memory, faults, Clock.systemUTC(), properties.serviceUrl(), properties.pspSecret());
    }

    @Bean
    MockWebhooks mockCarrierWebhooks(MockMemory memory, MockFaults faults, MockProperties properties) {
        return MockWebhooks.ofCarrier(
                memory, faults, Clock.systemUTC(), properties.serviceUrl(), properties.carrierSecret());
    }

    @Bean
    MockCarrier mockCarrier(MockMemory memory, MockWebhooks mockCarrierWebhooks) {
        return new MockCarrier(memory, mockCarrierWebhooks, Clock.systemUTC());
    }

    @Bean
    MockSubscribers mockSubscribers(MockMemory memory, MockWebhooks mockCarrierWebhooks) {
        return new MockSubscribers(memory, mockCarrierWebhooks, Clock.systemUTC());
    }

    @Bean
    MockCarrierPages mockCarrierPages(MockSubscribers subscribers, MockCarrier carrier) {
        return new MockCarrierPages(subscribers, carrier);
    }

    @Bean
    MockWebhooks mockBankWebhooks(MockMemory memory, MockFaults faults, MockProperties properties) {
        return MockWebhooks.ofBank(memory, faults, Clock.systemUTC(), properties.serviceUrl(), properties.bankSecret());
    }

    @Bean
    MockBank mockBank(MockMemory memory, MockWebhooks mockBankWebhooks) {
        return new MockBank(memory, mockBankWebhooks, Clock.systemUTC());
    }

    @Bean
    MockBankPages mockBankPages(MockBank bank) {
        return new MockBankPages(bank);
    }

    @Bean
    MockPsp mockPsp(MockMemory memory, MockWebhooks mockWebhooks, MockProperties properties) {
        return new MockPsp(memory, mockWebhooks, Clock.systemUTC(), properties.url());
    }

    @Bean
    MockLedger mockLedger(MockMemory memory, MockProperties properties) {
        return new MockLedger(memory, properties.url());
    }

    @Bean
    MockPayers mockPayers(MockMemory memory, MockWebhooks mockWebhooks) {
        return new MockPayers(memory, mockWebhooks, Clock.systemUTC());
    }

    @Bean
    MockPayPage mockPayPage(MockMemory memory) {
        return new MockPayPage(memory);
    }

    @Bean
    MockWallet mockWallet(MockMemory memory, MockProperties properties) {
        var app = new WalletApp(
                properties.serviceUrl(), properties.walletClient(), properties.walletSecret(), Clock.systemUTC());
        return new MockWallet(memory.jdbc(), Clock.systemUTC(), app);
    }

    @Bean
    MockBrowser mockBrowser(MockWallet wallet, MockProperties properties) {
        return new MockBrowser(properties.serviceUrl(), wallet, Clock.systemUTC());
    }

    @Bean
    MockSms mockSms(MockMemory memory, MockFaults faults, MockProperties properties) {
        return new MockSms(memory, faults, Clock.systemUTC(), properties.serviceUrl(), properties.smsSecret());
    }

    @Bean
    MockPages mockPages(MockWallet wallet, MockLedger ledger, MockMerchant merchant) {
        return new MockPages(wallet, ledger, merchant);
    }

    /** Loads the mocks' routes after the service's own. */
    @Bean
    CamelContextConfiguration mockRoutes(MockProperties properties) {
        return new MockRoutes(properties.routes());
    }

    /** Closes the connection where a mock does not answer. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mockSilence() {
        return server -> server.addEngineValves(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                getNext().invoke(request, response);
                if (response.getStatus() == MockReply.CUT
                        && request.getRequestURI().startsWith("/mock/")) {
                    response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
                }
            }
        });
    }

    /** Alone, the mocks are open to all who can reach them. */
    @Bean
    @Profile("mocks")
    SecurityFilterChain openToAll(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** A port of their own with threads of their own, so that the mocks never wait for those of the service. */
    @Bean
    @Profile("!mocks")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mockPort(MockProperties properties) {
        return server -> {
            if (server.getPort() == properties.port()) {
                return;
            }
            var connector = new Connector();
            connector.setPort(properties.port());
            var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setAddress(InetAddress.getLoopbackAddress());
            protocol.setExecutor(Executors.newFixedThreadPool(properties.threads(), task -> {
                var thread = new Thread(task, "mock");
                thread.setDaemon(true);
                return thread;
            }));
            server.addAdditionalTomcatConnectors(connector);
        };
    }
}
