package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.caravan.core.problem.Busy;
import io.caravan.store.Database;
import io.caravan.support.TestDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PostgresSessionsTests {

    private final PostgresSessions sessions = new PostgresSessions();

    @Test
    void theServerEndsTransactionsOfInstancesThatAreSilentAndProbesTheirConnections() {
        try (var pool = pool(TestDatabases.freshUrl(Database.POSTGRESQL))) {
            sessions.postProcessBeforeInitialization(pool, "dataSource");

            assertThat(shown(pool, "idle_in_transaction_session_timeout")).isEqualTo("20s");
            assertThat(shown(pool, "tcp_keepalives_idle")).isEqualTo("10");
            assertThat(pool.getDataSourceProperties())
                    .containsEntry("socketTimeout", "300")
                    .containsEntry("tcpKeepAlive", "true");
        }
    }

    @Test
    void whatAnOperatorHasSaidOfConnectionsStays() {
        try (var pool = pool(TestDatabases.freshUrl(Database.POSTGRESQL))) {
            pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '7s'");
            pool.addDataSourceProperty("socketTimeout", "30");

            sessions.postProcessBeforeInitialization(pool, "dataSource");

            assertThat(shown(pool, "idle_in_transaction_session_timeout")).isEqualTo("7s");
            assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "30");
        }
    }

    @Test
    void whoIsSilentInATransactionLosesItAndComesAgain() {
        try (var pool = pool(TestDatabases.freshUrl(Database.POSTGRESQL))) {
            pool.setConnectionInitSql("set idle_in_transaction_session_timeout = '500ms'");
            var jdbc = new JdbcTemplate(pool);
            var useCase = new Transactions(new JdbcTransactionManager(pool)).around(new TransactionsTests.AnyUseCase());

            assertThatThrownBy(() -> useCase.run(() -> {
                        var session = jdbc.queryForObject("select pg_backend_pid()", Integer.class);
                        await().until(() -> jdbc.queryForList("select 1 from pg_stat_activity where pid = ?", session)
                                .isEmpty());
                        return jdbc.queryForObject("select 1", Integer.class);
                    }))
                    .isInstanceOf(Busy.class);
            assertThat(jdbc.queryForObject("select 1", Integer.class)).isEqualTo(1);
        }
    }

    @Test
    void connectionsToH2AreAsTheyAre() {
        try (var pool = pool(TestDatabases.freshUrl(Database.H2))) {
            sessions.postProcessBeforeInitialization(pool, "dataSource");

            assertThat(pool.getConnectionInitSql()).isNull();
            assertThat(new JdbcTemplate(pool).queryForObject("select 1", Integer.class))
                    .isEqualTo(1);
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        return pool;
    }

    private static String shown(HikariDataSource pool, String setting) {
        return new JdbcTemplate(pool).queryForObject("show " + setting, String.class);
    }
}
