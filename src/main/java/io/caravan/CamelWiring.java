package io.caravan;

import io.caravan.camel.AllowedMethodsFilter;
import io.caravan.camel.Answers;
import io.caravan.camel.DirectManagementAgent;
import io.caravan.camel.Failures;
import io.caravan.camel.ListParts;
import io.caravan.camel.PathPrefixes;
import io.caravan.camel.RequestBinding;
import io.caravan.camel.RequestKeys;
import io.caravan.camel.SharedMBeanInfo;
import io.caravan.camel.StartOrder;
import io.caravan.core.dialect.Door;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How requests come into Camel and answers leave it. */
@Configuration(proxyBeanMethods = false)
class CamelWiring {

    /** Named in routes/config/rest.camel.yaml. */
    @Bean
    RequestBinding requestBinding(ObjectProvider<Door> doors) {
        return new RequestBinding(doors.orderedStream().toList());
    }

    @Bean
    RequestKeys requestKeys() {
        return new RequestKeys();
    }

    @Bean
    Failures failures() {
        return new Failures();
    }

    @Bean
    ListParts listParts() {
        return new ListParts();
    }

    @Bean
    CamelContextCustomizer startOrder() {
        return StartOrder::of;
    }

    @Bean
    CamelContextCustomizer sharedMBeanInfo() {
        return camel -> camel.getCamelContextExtension().setManagementMBeanAssembler(new SharedMBeanInfo(camel));
    }

    @Bean
    CamelContextCustomizer directManagementAgent() {
        return DirectManagementAgent::replace;
    }

    /** Once the servlet has made itself ready, in which it takes Camel's own way. */
    @Bean
    ApplicationListener<ServletWebServerInitializedEvent> quickPaths(CamelHttpTransportServlet servlet) {
        return started -> servlet.setServletResolveConsumerStrategy(new PathPrefixes());
    }

    /** After all other filters. */
    @Bean
    FilterRegistrationBean<AllowedMethodsFilter> allowedMethodsFilter(CamelHttpTransportServlet servlet) {
        var registration = new FilterRegistrationBean<>(new AllowedMethodsFilter(servlet));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    /** Refuses to start without a workflow, as in a wrong working directory. */
    @Bean
    CamelContextConfiguration workflowIsThere(@Value("${caravan.routes}") String folder) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {}

            @Override
            public void afterApplicationStart(CamelContext camel) {
                if (camel.getRoutesSize() == 0) {
                    throw new IllegalStateException(
                            "No routes in " + Path.of(folder).toAbsolutePath() + "; caravan.routes names their folder");
                }
            }
        };
    }

    @Bean
    Answers answers() {
        return new Answers();
    }
}
