package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.route.RouteReport;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Instant;
import java.util.Map;

class JdbcRouteReportsTests {

    private static final Instant NOON = Instant.parse("2031-03-01T12:00:00Z");

    @OnBothDatabases
    void theLastReportOfEachInstanceIsKept(StoreFixture store) {
        var reports = new JdbcRouteReports(store.jdbc());
        store.inTransaction(() -> {
            reports.put(new RouteReport("reports-a", NOON.minusSeconds(9), "1", Map.of("job/x.camel.yaml", "1")));
            reports.put(new RouteReport("reports-a", NOON, "2", Map.of("job/x.camel.yaml", "2")));
            reports.put(new RouteReport("reports-b", NOON, "3", Map.of("job/y.camel.yaml", "3")));
        });

        var found = store.inTransaction(() -> reports.since(NOON.minusSeconds(1)));

        assertThat(found).extracting(RouteReport::hash).containsExactly("2", "3");
        assertThat(found.get(0).differences(found.get(1))).containsExactly("job/x.camel.yaml", "job/y.camel.yaml");
        store.inTransaction(() -> reports.forgetBefore(NOON.plusSeconds(1)));
        assertThat(store.inTransaction(() -> reports.since(NOON.minusSeconds(60))))
                .isEmpty();
    }
}
