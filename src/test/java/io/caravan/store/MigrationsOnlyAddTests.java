package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During an upgrade, instances of the version before work on the new tables: what they know must stay as it is. The
 * baseline is the first version that may be in use; files up to it are not looked at.
 */
class MigrationsOnlyAddTests {

    private static final int BASELINE = 25;

    /** The first line of a migration that takes something away; {@code VersionBeforeTests} sees whether it is so. */
    private static final String UNUSED = "-- The version before uses none of this.\n";

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");

    private static final List<Pattern> TAKING_AWAY = List.of(
            Pattern.compile("\\bdrop\\s+(table|view|schema|sequence)\\b"),
            Pattern.compile("\\btruncate\\b"),
            Pattern.compile("\\balter\\s+table\\b[^;]*\\bdrop\\s+(?!constraint\\b|default\\b|not\\s+null\\b)"),
            Pattern.compile("\\balter\\s+(table|view|sequence|index)\\b[^;]*\\brename\\b"),
            Pattern.compile("\\balter\\s+table\\b[^;]*\\balter\\s+(column\\s+)?\\S+\\s+(set\\s+data\\s+)?type\\b"),
            Pattern.compile(
                    "\\balter\\s+table\\b[^;]*\\balter\\s++(column\\s++)?+\\S++\\s++(?!set\\b|drop\\b|type\\b|add\\b|column\\b|selectivity\\b)"),
            Pattern.compile("\\balter\\s+table\\b[^;]*\\bset\\s+not\\s+null\\b"),
            Pattern.compile(
                    "\\balter\\s+table\\b[^;]*\\badd\\s+(column\\s+)?(?!constraint\\b|primary\\b|unique\\b|foreign\\b|check\\b)"
                            + "(?=[^,;]*\\bnot\\s+null\\b)(?![^,;]*\\bdefault\\b)"));

    @Test
    void everyMigrationAfterTheBaselineOnlyAdds() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            var later = files.filter(file -> version(file) > BASELINE).toList();

            assertThat(later).allSatisfy(file -> assertThat(takenAway(Files.readString(file)))
                    .as(file.toString())
                    .isEmpty());
        }
    }

    @Test
    void theBaselineIsThere() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            assertThat(files.map(MigrationsOnlyAddTests::version)).contains(1, BASELINE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table invoice;",
                "DROP TABLE if exists invoice",
                "alter table invoice drop column total;",
                "alter table invoice\n  add x int default 1,\n  drop total;",
                "alter table invoice rename to bill;",
                "alter table invoice rename column total to amount;",
                "alter table invoice alter column total type bigint;",
                "alter table invoice alter column total set data type bigint;",
                "alter table invoice alter total bigint;",
                "alter table invoice alter column total set not null;",
                "alter table invoice add column x varchar(3) not null;",
                "truncate table invoice;"
            })
    void whatTakesAwayIsFound(String sql) {
        assertThat(takenAway("-- a remark\n" + sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table extra (id uuid primary key, name varchar(9) not null);",
                "alter table invoice add column x varchar(3);",
                "alter table invoice add column x varchar(3) default 'a' not null;",
                "alter table invoice alter column total set default 0;",
                "alter table invoice alter column total drop not null;",
                "alter table invoice add constraint c check (total > 0);",
                "create index i on invoice (total);",
                "alter table invoice alter column total selectivity 1;",
                UNUSED + "drop table invoice;",
                "-- drop table invoice;\n/* alter table x rename to y; */ insert into t values ('drop table x')"
            })
    void whatAddsIsNot(String sql) {
        assertThat(takenAway(sql)).isEmpty();
    }

    /** The places of a migration that change what was there; remarks and texts do not count. */
    private static List<String> takenAway(String sql) {
        if (sql.startsWith(UNUSED)) {
            return List.of();
        }
        var plain = sql.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'[^']*'", "''")
                .toLowerCase(Locale.ROOT);
        return TAKING_AWAY.stream()
                .flatMap(pattern -> pattern.matcher(plain).results())
                .map(MatchResult::group)
                .toList();
    }

    /** 0 of what is no migration. */
    private static int version(Path file) {
        var name = VERSION.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
