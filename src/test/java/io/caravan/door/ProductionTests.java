package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.Caravan;
import io.caravan.core.access.SecretHash;
import io.caravan.store.Database;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Ports;
import io.caravan.support.TestDatabases;
import java.net.URI;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service in production mode, with no routes but the mocks' if it loaded those. */
class ProductionTests {

    private static final String[] ADDRESSES = {
        "/mock", "/mock/clock", "/mock/psp/payments", "/mock/merchant/received", "/mock/wallet/%2B4577007700"
    };

    private final int port = Ports.free();

    @Test
    void thereIsNoClockToMoveAndNoMockAtAll() {
        var database = TestDatabases.freshUrl(Database.H2);
        try (var service = SpringApplication.run(
                Caravan.class,
                "--caravan.mode=production",
                "--caravan.allow-unsafe=sandbox-key,sandbox-password,psp-secret,h2",
                "--caravan.routes=routes/config",
                "--caravan.broker.url=tcp://127.0.0.1:1",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=",
                "--spring.jmx.enabled=false",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + Ports.free())) {
            service.getBean(JdbcTemplate.class)
                    .update(
                            "insert into client (id, secret_hash, merchant_id, scopes) values ('wallet', ?, null, 'consumer')",
                            SecretHash.of("secret"));
            var token = MerchantClient.token(this::uri, "wallet", "secret");

            assertThat(List.of(ADDRESSES)).allSatisfy(address -> {
                assertThat(Http.get(uri(address)).status()).as(address).isEqualTo(401);
                assertThat(Http.get(uri(address), "Authorization", "Bearer " + token)
                                .status())
                        .as(address)
                        .isEqualTo(404);
            });
            assertThat(Http.send("POST", uri("/mock/clock"), "{\"advance\":\"P1D\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(service.getBean(CamelContext.class).getRoutes())
                    .extracting(Route::getGroup)
                    .isNotEmpty()
                    .doesNotContain("mock");
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
