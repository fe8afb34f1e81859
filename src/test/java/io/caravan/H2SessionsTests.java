package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class H2SessionsTests {

    private static final int CONNECTIONS = 4;

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatHasClosedItsFileIsOpenedAgainOnceEachConnectionHasSaidSo() throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("data") + ";WRITE_DELAY=0;USER=sa");
            pool.setMaximumPoolSize(CONNECTIONS);
            new H2Sessions().postProcessBeforeInitialization(pool, "dataSource");
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table kept (id integer)");
            jdbc.update("insert into kept values (7)");
            openAll(pool);

            jdbc.execute("shutdown immediately");
            int failures = 0;
            while (failures < CONNECTIONS && !works(jdbc)) {
                failures++;
            }

            assertThat(jdbc.queryForList("select id from kept", Integer.class)).containsExactly(7);
        }
    }

    private static void openAll(HikariDataSource pool) throws Exception {
        var connections = new ArrayList<AutoCloseable>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(pool.getConnection());
        }
        for (var connection : connections) {
            connection.close();
        }
    }

    private static boolean works(JdbcTemplate jdbc) {
        try {
            return !jdbc.queryForList("select id from kept").isEmpty();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
