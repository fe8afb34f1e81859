package io.caravan;

import io.caravan.mock.MockFaults;
import io.caravan.mock.MockMemory;
import io.caravan.mock.MockMerchant;
import io.caravan.mock.MockPages;
import io.caravan.mock.MockPsp;
import io.caravan.mock.MockWallet;
import io.caravan.mock.WalletApp;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
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
    MockPsp mockPsp(MockMemory memory) {
        return new MockPsp(memory.jdbc(), Clock.systemUTC());
    }

    @Bean
    MockWallet mockWallet(MockMemory memory, MockProperties properties) {
        var app = new WalletApp(
                properties.serviceUrl(), properties.walletClient(), properties.walletSecret(), Clock.systemUTC());
        return new MockWallet(memory.jdbc(), Clock.systemUTC(), app);
    }

    @Bean
    MockPages mockPages(MockWallet wallet, MockPsp psp, MockMerchant merchant) {
        return new MockPages(wallet, psp, merchant);
    }

    /** Loads the mocks' routes after the service's own. */
    @Bean
    CamelContextConfiguration mockRoutes(MockProperties properties) {
        return new MockRoutes(properties.routes());
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
