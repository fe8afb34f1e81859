package io.caravan;

import io.caravan.core.ops.Acts;
import io.caravan.store.JdbcActs;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** What setting up needs of the service: the database and the keys. It has no ports, no routes and no jobs. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({UnsafeSettings.class, SetupWiring.class})
@EnableConfigurationProperties({KeyProperties.class, CredentialProperties.class})
class SetupContext {

    @Bean
    Clock realTime() {
        return Clock.systemUTC();
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    @Bean
    TransactionalJdbc transactionalJdbc(DataSource dataSource) {
        return new TransactionalJdbc(dataSource);
    }

    @Bean
    Acts acts(TransactionalJdbc jdbc) {
        return new JdbcActs(jdbc);
    }

    @Bean
    Sealer sealer(KeyProperties keys) {
        return new Sealer(keys.current(), keys.keys());
    }
}
