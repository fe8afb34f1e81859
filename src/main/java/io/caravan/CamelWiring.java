package io.caravan;

import io.caravan.camel.AnswerHeaders;
import io.caravan.camel.Answers;
import io.caravan.camel.RequestBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How requests come into Camel and answers leave it. */
@Configuration(proxyBeanMethods = false)
class CamelWiring {

    /** Named in routes/config/rest.camel.yaml. */
    @Bean
    RequestBinding requestBinding() {
        var binding = new RequestBinding();
        binding.setHeaderFilterStrategy(new AnswerHeaders());
        return binding;
    }

    @Bean
    Answers answers() {
        return new Answers();
    }
}
