package io.caravan.mock;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** What the mocks remember: a database of their own, on disk before they answer. */
public final class MockMemory implements AutoCloseable {

    private final JdbcConnectionPool pool;

    /** Opens the database in this folder, and makes it if there is none. */
    public MockMemory(Path folder) {
        pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("mock").toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE",
                "sa",
                "");
        pool.setMaxConnections(32);
        new ResourceDatabasePopulator(new ClassPathResource("mock/schema.sql")).execute(pool);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Makes several statements one: all of them are kept, or none. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
