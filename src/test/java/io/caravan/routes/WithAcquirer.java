package io.caravan.routes;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.caravan.PaymentWorld;
import io.caravan.store.Database;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes to an acquirer that answers as it is told. */
abstract class WithAcquirer {

    @RegisterExtension
    static final WireMockExtension ACQUIRER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    final PaymentWorld world = new PaymentWorld(Database.H2);
    PspRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new PspRoutes(world, ACQUIRER.baseUrl(), Map.of());
    }

    @AfterEach
    void stop() {
        routes.close();
    }
}
