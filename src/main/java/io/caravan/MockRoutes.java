package io.caravan;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;

/** Loads the routes of one folder, and none below it, after the service's own. */
record MockRoutes(String folder) implements CamelContextConfiguration {

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        try {
            var files = PluginHelper.getPackageScanResourceResolver(camel)
                    .findResources("file:" + folder + "/*.camel.yaml");
            PluginHelper.getRoutesLoader(camel).loadRoutes(files);
        } catch (Exception e) {
            throw new IllegalStateException("A route of the mock endpoints does not load", e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}
}
