package io.caravan;

import io.caravan.camel.JobTriggers;
import io.caravan.camel.live.RouteWatch;
import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.Surroundings;
import io.caravan.core.route.RouteCondition;
import io.caravan.ops.RouteBoard;
import io.caravan.ops.RouteHealth;
import io.caravan.store.JdbcRouteReports;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.ops.ListRouteReports;
import io.caravan.usecase.ops.ReportRoutes;
import io.caravan.usecase.ops.ShowRoutes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The files of the routes while the service runs. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class RouteWiring {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    ReportRoutes reportRoutes(Transactions transactions, TransactionalJdbc jdbc, Clock realTime) {
        return transactions.around(new ReportRoutes(new JdbcRouteReports(jdbc), realTime));
    }

    @Bean
    ListRouteReports listRouteReports(Transactions transactions, TransactionalJdbc jdbc, Clock realTime) {
        return transactions.around(new ListRouteReports(new JdbcRouteReports(jdbc), realTime));
    }

    /** Made before the routes are loaded, so that no change of a file falls between. */
    @Bean
    RouteWatch routeWatch(
            @Lazy CamelContext camel,
            @Value("${caravan.routes}") Path folder,
            @Value("${caravan.live-routes}") boolean live,
            JobTriggers triggers,
            BeanFactory beans,
            Environment environment)
            throws IOException {
        return new RouteWatch(
                camel,
                folder,
                neighbours(environment),
                surroundings(beans, environment),
                new RouteWatch.Terms(live, EVERY, PATIENCE),
                triggers::forget);
    }

    @Bean
    RouteKeeper routeKeeper(
            RouteWatch watch, ReportRoutes reportRoutes, ListRouteReports listRouteReports, Instance instance) {
        return new RouteKeeper(watch, reportRoutes, listRouteReports, instance.name());
    }

    @Bean
    ShowRoutes showRoutes(
            Transactions transactions, RouteWatch watch, ListRouteReports listRouteReports, Instance instance) {
        return transactions.around(new ShowRoutes(watch::standings, listRouteReports, instance.name()));
    }

    /** Not part of readiness. */
    @Bean
    HealthIndicator routesHealthIndicator(RouteWatch watch, ListRouteReports listRouteReports, Instance instance) {
        return new RouteHealth(watch::standings, listRouteReports, instance.name());
    }

    @Bean
    RouteBoard routeBoard(RouteWatch watch, ListRouteReports listRouteReports) {
        return new RouteBoard(watch::standings, listRouteReports);
    }

    @Bean
    MeterBinder routeMetrics(RouteWatch watch) {
        return registry -> List.of(RouteCondition.values())
                .forEach(condition -> Gauge.builder("caravan.route.files", () -> watch.standings().stream()
                                .filter(file -> file.condition() == condition)
                                .count())
                        .description("Files of routes in this instance")
                        .tag("condition", condition.name().toLowerCase(Locale.ROOT))
                        .register(registry));
    }

    /** The routes of the outside world run in the same context, in the sandbox. */
    private static List<RouteFile> neighbours(Environment environment) {
        var folder = Path.of(environment.getRequiredProperty("caravan.mock.routes"));
        return environment.acceptsProfiles(Profiles.of("sandbox")) && Files.isDirectory(folder)
                ? RouteFile.allIn(folder)
                : List.of();
    }

    private static Surroundings surroundings(BeanFactory beans, Environment environment) {
        return new Surroundings() {
            @Override
            public Optional<Class<?>> bean(String name) {
                return beans.containsBean(name) ? Optional.ofNullable(beans.getType(name)) : Optional.empty();
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(environment.getProperty(name));
            }
        };
    }
}
