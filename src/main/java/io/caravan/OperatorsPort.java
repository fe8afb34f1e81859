package io.caravan;

import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * What the management port has besides Boot's own: the console, whose routes name this servlet. Boot imports this class
 * into the context of that port, and nothing may scan it into the other.
 */
class OperatorsPort {

    @Bean
    ServletRegistrationBean<CamelHttpTransportServlet> opsServlet() {
        var registration = new ServletRegistrationBean<>(new CamelHttpTransportServlet(), "/ops/*");
        registration.setName("OpsServlet");
        return registration;
    }
}
