package io.caravan;

import io.caravan.core.ops.Acts;
import io.caravan.ops.AuditedAccess;
import io.caravan.ops.AuditedJolokia;
import io.caravan.usecase.ops.NoteCamelCall;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jolokia.server.core.restrictor.RestrictorFactory;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.support.spring.actuator.JolokiaEndpoint;
import org.jolokia.support.spring.actuator.JolokiaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What operators may do through Jolokia, and that it is written down. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class JolokiaWiring {

    private static final String POLICY = "classpath:/jolokia-access.xml";

    @Bean
    Restrictor jolokiaAccess(Transactions transactions, Acts acts, Clock realTime, Supplier<String> operatorName)
            throws IOException {
        var policy = RestrictorFactory.lookupPolicyRestrictor(POLICY);
        if (policy == null) {
            throw new IllegalStateException("there is no " + POLICY);
        }
        return new AuditedAccess(policy, transactions.around(new NoteCamelCall(acts, realTime)), operatorName);
    }

    /** In the place of Jolokia's own, which looks for its access by itself. */
    @Bean
    static BeanPostProcessor auditedJolokia(
            ObjectProvider<JolokiaProperties> properties, ObjectProvider<Restrictor> access) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JolokiaEndpoint
                        ? new AuditedJolokia(properties.getObject().getConfig(), access.getObject())
                        : bean;
            }
        };
    }
}
