package io.caravan;

import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.sandbox.SandboxIdentities;
import io.caravan.sandbox.SandboxPartners;
import io.caravan.sandbox.SandboxPayers;
import io.caravan.store.JdbcEnrollments;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.Enroll;
import io.caravan.usecase.EnrollPartner;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The identities that everybody knows, enrolled before the first request comes. */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SandboxIdentities.class, SandboxPartners.class})
class SandboxWiring {

    @Bean
    Enroll enroll(
            Transactions transactions,
            TransactionalJdbc jdbc,
            Sealer sealer,
            Clock realTime,
            SandboxIdentities identities) {
        var enroll = transactions.around(new Enroll(new JdbcEnrollments(jdbc, sealer, realTime)));
        enroll.enroll(identities.enrollment());
        return enroll;
    }

    /** After those whose partners they are. */
    @Bean
    EnrollPartner enrollPartner(
            Transactions transactions, Partners partners, Enroll enroll, SandboxPartners sandboxPartners) {
        var enrollPartner = transactions.around(new EnrollPartner(partners));
        sandboxPartners.forEach(enrollPartner::enroll);
        return enrollPartner;
    }

    @Bean
    @Primary
    Payers sandboxPayers(@Qualifier("payers") Payers listed, SandboxIdentities identities) {
        return new SandboxPayers(listed, identities.ranges());
    }
}
