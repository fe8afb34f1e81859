package io.caravan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.store.Database;
import io.caravan.support.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that the version before says to its database still works on the tables of today. What it says is in the files of
 * {@code src/test/resources/version-before}, which {@code bench/statements} records anew at each release.
 */
class VersionBeforeTests {

    private static final int FEWEST = 500;

    @ParameterizedTest
    @EnumSource
    void whatTheVersionBeforeSaysWorksOnTheTablesOfToday(Database database) throws SQLException {
        var said = SayingFiles.read(database);

        assertThat(said).hasSizeGreaterThan(FEWEST);
        assertThat(faults(database, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table payer drop column card",
                "alter table payer add column extra varchar(3) not null",
                "alter table payer alter column phone set data type varchar(3)",
                "alter table payer alter column card set data type varchar(40)",
                "alter table payer alter column name drop not null",
                "alter table payer add constraint none check (name = 'nobody')",
                "alter table payer rename to person"
            })
    void aChangeOfTheTableOfPayersUnderItIsFound(String change) throws SQLException {
        for (var database : Database.values()) {
            assertThat(faults(database, aboutPayers(database), change))
                    .as(database.name())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyAddsIsNot(Database database) throws SQLException {
        assertThat(faults(
                        database,
                        aboutPayers(database),
                        "alter table payer add column extra varchar(3) default 'a' not null",
                        "alter table payer add column more integer",
                        "create table extra (id uuid primary key)",
                        "create index extra_index on payer (card)"))
                .isEmpty();
    }

    private static List<Saying> aboutPayers(Database database) {
        return SayingFiles.read(database).stream()
                .filter(saying -> saying.sql().matches(".*\\bpayer\\b.*"))
                .toList();
    }

    private static List<String> faults(Database database, List<Saying> said, String... changes) throws SQLException {
        try (var tables = TestDatabases.fresh(database)) {
            List.of(changes).forEach(new JdbcTemplate(tables)::execute);
            try (var rehearsal = new Rehearsal(tables, database)) {
                return rehearsal.faults(said);
            }
        }
    }
}
