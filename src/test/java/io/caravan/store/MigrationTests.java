package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.support.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationTests {

    @Test
    void bothDatabasesEndInTheSameTablesAndColumns() {
        var h2 = columns(Database.H2);
        var postgres = columns(Database.POSTGRESQL);

        assertThat(h2).contains("invoice.fingerprint, nullable: YES", "invoice.total, nullable: NO");
        assertThat(h2).isEqualTo(postgres);
    }

    @Test
    void bothDatabasesHaveTheSameUniqueColumns() {
        assertThat(unique(Database.H2)).contains("invoice: fingerprint").isEqualTo(unique(Database.POSTGRESQL));
    }

    @OnBothDatabases
    void migratingAgainChangesNothing(StoreFixture store) {
        var before = columns(store.sql());

        TestDatabases.migrate(store.dataSource(), store.database());

        assertThat(columns(store.sql())).isEqualTo(before);
    }

    private static List<String> columns(Database database) {
        return columns(new JdbcTemplate(TestDatabases.of(database)));
    }

    private static List<String> columns(JdbcTemplate sql) {
        return sql.queryForList(
                """
                select lower(table_name || '.' || column_name) || ', nullable: ' || is_nullable
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                order by 1
                """,
                String.class);
    }

    private static List<String> unique(Database database) {
        return new JdbcTemplate(TestDatabases.of(database))
                .queryForList(
                        """
                        select u.table_name || ': ' || string_agg(u.column_name, ', ' order by u.ordinal_position)
                        from information_schema.table_constraints c
                        join information_schema.key_column_usage u
                            on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
                        where c.constraint_type in ('UNIQUE', 'PRIMARY KEY') and c.table_schema = 'public'
                            and c.table_name <> 'flyway_schema_history'
                        group by u.table_name, u.constraint_name
                        order by 1
                        """,
                        String.class);
    }
}
