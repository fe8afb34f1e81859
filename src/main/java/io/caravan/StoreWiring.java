package io.caravan;

import com.zaxxer.hikari.HikariDataSource;
import io.caravan.camel.RelayBell;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.invoice.NewInvoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payer.Payers;
import io.caravan.store.Database;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcInvoices;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcNewInvoices;
import io.caravan.store.JdbcPayers;
import io.caravan.store.TransactionalJdbc;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

/** The stores and the transactions they run in. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class StoreWiring {

    @Bean
    static PostgresSessions postgresSessions() {
        return new PostgresSessions();
    }

    @Bean
    static H2Sessions h2Sessions() {
        return new H2Sessions();
    }

    /**
     * Over a connection of its own, if {@code spring.flyway} names none: a migration may take longer than a connection
     * of the pool is waited for.
     */
    @Bean
    FlywayConfigurationCustomizer migrations(DataSourceProperties database) {
        return migrations -> {
            if (migrations.getDataSource() instanceof HikariDataSource
                    && PostgresSessions.isPostgres(database.getUrl())) {
                migrations.dataSource(database.getUrl(), database.getUsername(), database.getPassword());
            }
        };
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
    Database database(DataSource dataSource) {
        return Database.of(dataSource);
    }

    @Bean
    H2Compaction h2Compaction(DataSource dataSource, Database database) {
        return new H2Compaction(dataSource, database);
    }

    @Bean
    Merchants merchants(TransactionalJdbc jdbc) {
        return new JdbcMerchants(jdbc);
    }

    @Bean
    Payers payers(TransactionalJdbc jdbc) {
        return new JdbcPayers(jdbc);
    }

    @Bean
    Invoices invoices(TransactionalJdbc jdbc) {
        return new JdbcInvoices(jdbc);
    }

    @Bean
    NewInvoices newInvoices(TransactionalJdbc jdbc, Database database, JdbcEvents events) {
        return new JdbcNewInvoices(jdbc, database, events);
    }

    @Bean
    JdbcEvents events(TransactionalJdbc jdbc, Database database, RelayBell relayBell) {
        return new JdbcEvents(jdbc, database, relayBell);
    }

    @Bean
    KeptAnswers keptAnswers(TransactionalJdbc jdbc, Database database, Clock realTime) {
        return new JdbcKeptAnswers(jdbc, database, realTime);
    }
}
