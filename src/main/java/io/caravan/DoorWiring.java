package io.caravan;

import io.caravan.core.dialect.Door;
import io.caravan.web.Bodies;
import io.caravan.web.BodyFilter;
import io.caravan.web.CorrelationFilter;
import io.caravan.web.Doors;
import io.caravan.web.ErrorFilter;
import io.caravan.web.ReservedNamesFilter;
import io.caravan.web.ServerErrors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What a request passes on the public port before a route sees it, in this order: name it, word its errors, refuse
 * reserved names, refuse what is too much ({@link LimitWiring}), check the credential ({@link SecurityWiring}), count the
 * merchant's requests, find room for a large body, read the body.
 */
@Configuration(proxyBeanMethods = false)
class DoorWiring {

    static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

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

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(Doors doors, Bodies callersBodies, Bodies strangersBodies) {
        return at(SecurityProperties.DEFAULT_FILTER_ORDER + 3, new BodyFilter(doors, callersBodies, strangersBodies));
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
