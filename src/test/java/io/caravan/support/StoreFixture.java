package io.caravan.support;

import com.zaxxer.hikari.HikariDataSource;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Payer;
import io.caravan.store.Database;
import io.caravan.store.TransactionalJdbc;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database, what stores need of it, and rows that other rows point at. */
public final class StoreFixture implements CloseableResource {

    private final Database database;
    private final HikariDataSource pool;
    private final DataSource dataSource;
    private final TransactionalJdbc jdbc;
    private final JdbcTemplate anyTime;
    private final TransactionTemplate transaction;

    public StoreFixture(Database database) {
        this(database, TestDatabases.fresh(database));
    }

    private StoreFixture(Database database, HikariDataSource pool) {
        this(database, pool, pool);
    }

    /** One that uses the database through something. */
    StoreFixture(Database database, HikariDataSource pool, DataSource dataSource) {
        this.database = database;
        this.pool = pool;
        this.dataSource = dataSource;
        jdbc = new TransactionalJdbc(dataSource);
        anyTime = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public Database database() {
        return database;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** What stores are made with. */
    public TransactionalJdbc jdbc() {
        return jdbc;
    }

    /** For looking at rows and preparing them, inside a transaction or not. */
    public JdbcTemplate sql() {
        return anyTime;
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public Merchant stored(Merchant merchant) {
        anyTime.update(
                """
                insert into merchant (id, name, country, currency, zone, vat_number, enabled, callback_secret)
                values (?, ?, ?, ?, ?, ?, ?, 'sealed')
                """,
                merchant.id().value(),
                merchant.name(),
                merchant.country(),
                merchant.currency().getCurrencyCode(),
                merchant.zone().getId(),
                merchant.vatNumber(),
                merchant.enabled());
        return merchant;
    }

    public Issuer stored(Issuer issuer) {
        anyTime.update(
                """
                insert into issuer (id, merchant_id, name, street, zip_code, city, status, payout_account)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                issuer.id().value(),
                issuer.merchant().value(),
                issuer.name(),
                issuer.address().street(),
                issuer.address().zipCode(),
                issuer.address().city(),
                issuer.status().name(),
                issuer.payoutAccount());
        return issuer;
    }

    public Payer stored(Payer payer) {
        anyTime.update(
                "insert into payer (id, phone, name, blocked, card) values (?, ?, ?, ?, ?)",
                payer.id().value(),
                payer.phone().number(),
                payer.name(),
                payer.blocked(),
                payer.card());
        return payer;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Names the test's run on this database. */
    @Override
    public String toString() {
        return database.name();
    }
}
