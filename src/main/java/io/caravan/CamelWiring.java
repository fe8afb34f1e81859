package io.caravan;

import io.caravan.camel.Answers;
import io.caravan.camel.Failures;
import io.caravan.camel.RequestBinding;
import io.caravan.camel.RequestKeys;
import io.caravan.core.dialect.Door;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How requests come into Camel and answers leave it. */
@Configuration(proxyBeanMethods = false)
class CamelWiring {

    /** Named in routes/config/rest.camel.yaml. */
    @Bean
    RequestBinding requestBinding(List<Door> doors) {
        return new RequestBinding(doors);
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
    Answers answers() {
        return new Answers();
    }
}
