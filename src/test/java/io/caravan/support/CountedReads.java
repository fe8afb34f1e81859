package io.caravan.support;

import com.zaxxer.hikari.HikariDataSource;
import io.caravan.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database of its own, and how much of it is read: pages of tables and indexes on PostgreSQL, rows on H2. */
public final class CountedReads implements AutoCloseable {

    private final StoreFixture store;
    private final LongSupplier total;

    public CountedReads(Database database) {
        var pool = TestDatabases.fresh(database);
        switch (database) {
            case H2 -> {
                var explained = new ExplainedStatements();
                store = new StoreFixture(database, pool, new DelegatingDataSource(pool) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return explained.over(super.getConnection());
                    }
                });
                total = explained::rows;
            }
            case POSTGRESQL -> {
                planForAnyValues(pool);
                store = new StoreFixture(database, pool, pool);
                total = () -> pages(store.sql());
            }
            default -> throw new IllegalArgumentException(database.name());
        }
    }

    public StoreFixture store() {
        return store;
    }

    /** Has the database learn what is in its tables. */
    public void tidy() {
        store.sql().execute(store.database() == Database.POSTGRESQL ? "vacuum analyze" : "analyze");
    }

    /** What work in transactions reads. */
    public long of(Runnable work) {
        long before = total.getAsLong();
        work.run();
        return total.getAsLong() - before;
    }

    private static void planForAnyValues(HikariDataSource pool) {
        var sql = new JdbcTemplate(pool);
        var name = sql.queryForObject("select current_database()", String.class);
        sql.execute("alter database " + name + " set plan_cache_mode = force_generic_plan");
        pool.setMaximumPoolSize(1);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static long pages(JdbcTemplate sql) {
        sql.execute("select pg_stat_force_next_flush()");
        return sql.queryForObject(
                "select sum(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read) from pg_statio_user_tables",
                Long.class);
    }

    @Override
    public void close() {
        store.close();
    }
}
