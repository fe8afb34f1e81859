package io.caravan;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * How connections to PostgreSQL end when the other side says nothing any more. A process that is killed closes its
 * connections; one that hangs, or whose machine or network is gone, would keep the locks of its transactions for hours.
 *
 * <p>The server ends a transaction in which its instance has been silent for 20 s, and a statement whose instance is gone.
 * An instance gives up a connection on which nothing has come for five minutes, though it waits. H2 lives and dies with
 * its process. PostgreSQL 14 or newer.
 */
final class PostgresSessions implements BeanPostProcessor {

    private static final String SILENT_INSTANCES =
            """
            set idle_in_transaction_session_timeout = '20s';
            set tcp_keepalives_idle = 10;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 2;
            set tcp_user_timeout = '25s';
            set client_connection_check_interval = '10s'""";

    /** In seconds. */
    private static final String SILENT_SERVER = "300";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool.getJdbcUrl())) {
            if (pool.getConnectionInitSql() == null) {
                pool.setConnectionInitSql(SILENT_INSTANCES);
            }
            pool.getDataSourceProperties().putIfAbsent("socketTimeout", SILENT_SERVER);
            pool.getDataSourceProperties().putIfAbsent("tcpKeepAlive", "true");
        }
        return bean;
    }

    static boolean isPostgres(String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }
}
