package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.core.access.SecretHash;
import io.caravan.store.Database;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.OwnProcesses;
import io.caravan.support.PausingRoutes;
import io.caravan.support.ServiceProcess;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service in production mode. */
@OwnProcesses
class ProductionTests {

    private static final String OPS = "Basic b3BzOm9wcy1zYW5kYm94";
    private static final List<String> ADDRESSES = List.of(
            "/mock", "/mock/clock", "/mock/psp/payments", "/mock/merchant/received", "/mock/wallet/%2B4577007700");

    @TempDir
    Path folder;

    private PausingRoutes routes;

    @Test
    void thereIsNoClockToMoveAndNoMockAtAll() throws IOException {
        var url = TestDatabases.freshUrl(Database.POSTGRESQL);
        var settings = Map.of(
                "caravan.mode",
                "production",
                "caravan.allow-unsafe",
                "sandbox-key,page-key,sandbox-password,psp-secret,carrier-secret,bank-secret,sms-secret,"
                        + "sms-password,push-mock,psp-mock,carrier-mock,bank-mock,sms-mock,public-url",
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                "postgres");
        routes = new PausingRoutes(folder.resolve("routes"));
        try (var service = new ServiceProcess(folder, settings)
                        .withRoutes(routes.folder())
                        .start();
                var database = TestDatabases.connect(url)) {
            new JdbcTemplate(database)
                    .update(
                            "insert into client (id, secret_hash, merchant_id, scopes) values ('wallet', ?, null, 'consumer')",
                            SecretHash.of("secret"));
            var token = MerchantClient.token(service::uri, "wallet", "secret");

            assertThat(ADDRESSES).allSatisfy(address -> {
                assertThat(Http.get(service.uri(address)).status()).as(address).isEqualTo(401);
                assertThat(Http.get(service.uri(address), "Authorization", "Bearer " + token)
                                .status())
                        .as(address)
                        .isEqualTo(404);
            });
            assertThat(Http.send("POST", service.uri("/mock/clock"), "{\"advance\":\"P1D\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(groups(service)).contains("api", "channel").doesNotContain("mock");
            aChangedRouteWaitsForARestart(service);
        }
    }

    private void aChangedRouteWaitsForARestart(ServiceProcess service) throws IOException {
        var file = routes.folder().resolve("workflow/relay.camel.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(description: .*)", "$1, as ever"));

        await().untilAsserted(() -> assertThat(Http.get(service.managementUri("/actuator/health"), "Authorization", OPS)
                        .body())
                .contains("workflow/relay.camel.yaml", "WAITS"));
        assertThat(Files.readString(service.log())).doesNotContain("runs as it is now");
    }

    private static List<String> groups(ServiceProcess service) {
        return Http.get(
                        service.managementUri("/actuator/jolokia/read/org.apache.camel:type=routes,*/RouteGroup"),
                        "Authorization",
                        OPS)
                .json()
                .findValuesAsText("RouteGroup");
    }
}
