package io.caravan.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.route.RouteCondition;
import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteReports;
import io.caravan.core.route.RouteStanding;
import io.caravan.usecase.ops.ListRouteReports;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class RouteHealthTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String FILE = "channel/push.camel.yaml";
    private static final RouteReport HERE = report("here", "1");

    @Test
    void whereAllRunTheSameAllIsWell() {
        var health = health(RouteCondition.RUNS, HERE, report("there", "1"));

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).isEmpty();
    }

    @Test
    void aBrokenFileIsNamedWithWhatIsWrong() {
        var health = health(RouteCondition.BROKEN, HERE);

        assertThat(health.getStatus()).isEqualTo(FlowHealth.DEGRADED);
        assertThat(health.getDetails()).containsEntry(FILE, "BROKEN: no bean x");
    }

    @Test
    void aFileThatWaitsForARestartIsToldAndIsNotBad() {
        var health = health(RouteCondition.WAITS, HERE);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsKey(FILE);
    }

    @Test
    void anInstanceThatRunsSomethingElseIsNamedWithTheFile() {
        var health = health(RouteCondition.RUNS, HERE, report("there", "2"));

        assertThat(health.getStatus()).isEqualTo(FlowHealth.DEGRADED);
        assertThat(health.getDetails().get("there").toString()).contains(FILE);
    }

    private static Health health(RouteCondition condition, RouteReport... reports) {
        var standing = new RouteStanding(FILE, "1", condition, List.of("no bean x"));
        var known = new RouteReports() {
            @Override
            public void put(RouteReport report) {}

            @Override
            public List<RouteReport> since(Instant moment) {
                return List.of(reports);
            }

            @Override
            public void forgetBefore(Instant moment) {}
        };
        return new RouteHealth(
                        () -> List.of(standing), new ListRouteReports(known, Clock.fixed(NOW, ZoneOffset.UTC)), "here")
                .health();
    }

    private static RouteReport report(String instance, String hash) {
        return new RouteReport(instance, NOW, hash, Map.of(FILE, hash));
    }
}
