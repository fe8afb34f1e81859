package io.caravan.camel.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.reifier.RouteReifier;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;

/**
 * Loads routes into a context of their own, in which nothing starts and which is thrown away: their endpoints and steps
 * are made, so that what cannot be made is known before anything of the service is touched.
 */
final class RouteTrial {

    /** The settings of the service. */
    private record Settings(Function<String, Optional<String>> values) implements PropertiesSource {

        @Override
        public String getName() {
            return "caravan";
        }

        @Override
        public String getProperty(String name) {
            return values.apply(name).orElse(null);
        }
    }

    private final CamelContext camel;
    private final Function<String, Optional<String>> settings;

    /** @param camel whose beans the routes call */
    RouteTrial(CamelContext camel, Function<String, Optional<String>> settings) {
        this.camel = camel;
        this.settings = settings;
    }

    private static QuartzComponent withoutJobs() {
        var quartz = new QuartzComponent();
        quartz.setAutowiredEnabled(false);
        quartz.setAutoStartScheduler(false);
        quartz.setProperties(Map.of(
                "org.quartz.scheduler.instanceName", "trial",
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", "1"));
        return quartz;
    }

    /** @throws Exception that says why the routes cannot run */
    void load(Collection<RouteText> config, Collection<RouteText> candidates) throws Exception {
        try (var scratch = new DefaultCamelContext(new DefaultRegistry(new BeansOnly(camel.getRegistry())))) {
            scratch.disableJMX();
            scratch.getCamelContextExtension().setName("trial");
            scratch.setStartupSummaryLevel(StartupSummaryLevel.Off);
            scratch.addComponent("quartz", withoutJobs());
            scratch.setAutoStartup(false);
            scratch.getPropertiesComponent().addPropertiesSource(new Settings(settings));
            var loader = PluginHelper.getRoutesLoader(scratch);
            loader.loadRoutes(config.stream().map(RouteText::resource).toArray(Resource[]::new));
            int before = scratch.getRouteDefinitions().size();
            loader.loadRoutes(candidates.stream().map(RouteText::resource).toArray(Resource[]::new));
            for (RouteDefinition route : scratch.getRouteDefinitions()
                    .subList(before, scratch.getRouteDefinitions().size())) {
                new RouteReifier(scratch, route).createRoute();
            }
        }
    }
}
