package io.caravan;

import io.caravan.core.dialect.Door;
import io.caravan.web.BodyFilter;
import io.caravan.web.CorrelationFilter;
import io.caravan.web.Doors;
import io.caravan.web.ErrorFilter;
import io.caravan.web.LargeBodyFilter;
import io.caravan.web.ReservedNamesFilter;
import io.caravan.web.ServerErrors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What a request passes on the public port before a route sees it, in this order: name it, word its errors, refuse
 * reserved names, check the credential ({@link SecurityWiring}), find room for a large body, check the body.
 */
@Configuration(proxyBeanMethods = false)
class DoorWiring {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final int LARGE = 1 << 20;
    private static final int PART_OF_HEAP = 32;

    /** What a large body may wait for its turn, and take to arrive. */
    private static final Duration WAIT = Duration.ofSeconds(60);

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    @Bean
    Doors doors(ObjectProvider<Door> doors) {
        return new Doors(doors.orderedStream().toList());
    }

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        return alsoForErrors(new CorrelationFilter(), FIRST);
    }

    @Bean
    FilterRegistrationBean<ErrorFilter> errorFilter(Doors doors) {
        return alsoForErrors(new ErrorFilter(doors), FIRST + 1);
    }

    @Bean
    FilterRegistrationBean<ReservedNamesFilter> reservedNamesFilter(Doors doors) {
        return at(FIRST + 2, new ReservedNamesFilter(doors));
    }

    /** Large bodies have a part of the heap; what is made of them takes several times as much. */
    @Bean
    FilterRegistrationBean<LargeBodyFilter> largeBodyFilter(
            Doors doors, DoorProperties properties, ServerProperties server) {
        int largest = Math.toIntExact(properties.largestBody().toBytes());
        int bytes = (int) Math.min(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, 1 << 30);
        int line = Math.max(1, server.getTomcat().getThreads().getMax() / 4);
        var room = new LargeBodyFilter.Room(LARGE, largest, Math.max(bytes, largest), line, WAIT, ARRIVAL);
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 1, new LargeBodyFilter(doors, room));
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(Doors doors, DoorProperties properties) {
        var limit = Math.toIntExact(properties.largestBody().toBytes());
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 2, new BodyFilter(doors, limit));
    }

    /** After the valve that Boot adds, and so asked before it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(Doors doors) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerErrors(doors)));
    }

    private static <T extends Filter> FilterRegistrationBean<T> alsoForErrors(T filter, int order) {
        var registration = at(order, filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<T>(filter);
        registration.setOrder(order);
        return registration;
    }
}
