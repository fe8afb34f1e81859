package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class H2CompactionTests {

    private static final int COMMITS = 4_000;

    @TempDir
    Path folder;

    private final JdbcDataSource database = new JdbcDataSource();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final H2Compaction compaction = new H2Compaction(database, Database.H2);

    @BeforeEach
    void create() {
        database.setUrl("jdbc:h2:file:" + folder.resolve("data") + ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_DELAY=-1");
        sql.execute("create table thing (id uuid primary key, other uuid, text varchar(1000))");
        sql.execute("create index thing_other on thing (other)");
    }

    @AfterEach
    void close() {
        sql.execute("shutdown");
    }

    @Test
    void theRoomOfWhatIsGoneIsUsedAgain() throws IOException {
        commit(COMMITS);
        var alone = Files.size(folder.resolve("data.mv.db"));
        close();
        Files.delete(folder.resolve("data.mv.db"));
        create();

        for (int i = 0; i < 20; i++) {
            commit(COMMITS / 20);
            compaction.compact();
        }

        assertThat(Files.size(folder.resolve("data.mv.db"))).isLessThan(alone / 2);
        assertThat(sql.queryForObject("select count(distinct other) from thing", Integer.class))
                .isEqualTo(COMMITS);
    }

    @Test
    void itGoesOnWhenTheFileIsOpenedAgain() {
        compaction.start();
        try {
            commit(COMMITS);
            awaitFewParts();
            close();
            commit(COMMITS);
            awaitFewParts();
        } finally {
            compaction.stop();
        }
    }

    /** Each commit leaves a part of its own. */
    private void awaitFewParts() {
        await().until(() -> {
            commit(1);
            return sql.queryForObject(
                            "select setting_value from information_schema.settings"
                                    + " where setting_name = 'info.CHUNK_COUNT'",
                            Integer.class)
                    < COMMITS / 4;
        });
    }

    private void commit(int rows) {
        for (int i = 0; i < rows; i++) {
            sql.update("insert into thing values (?, ?, ?)", UUID.randomUUID(), UUID.randomUUID(), "x".repeat(500));
        }
    }
}
