package io.caravan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.store.Database;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What docs/privacy.md says of tables, jobs and settings is so, and leaves none out. */
class PrivacyPageTests {

    private static final Pattern NAME = Pattern.compile("`([\\w.-]+)`");

    private final String page = read("docs/privacy.md");
    private final Map<String, Set<String>> columns = columns();

    @Test
    void everyColumnIsLookedAt() {
        var known = new TreeMap<String, Set<String>>();
        columns.forEach((table, names) -> known.put(
                table,
                names.stream().map(name -> name.replace("*", "")).collect(Collectors.toCollection(TreeSet::new))));

        assertThat(known).as("src/test/resources/columns.txt").isEqualTo(schema());
    }

    @Test
    void everyColumnThatTellsOfPeopleIsDescribed() {
        var described = new TreeMap<String, Set<String>>();
        rows().forEach(row -> described.put(names(row[1]).get(0), new TreeSet<>(names(row[2]))));
        var telling = new TreeMap<String, Set<String>>();
        columns.forEach((table, names) -> names.stream()
                .filter(name -> name.endsWith("*"))
                .forEach(name ->
                        telling.computeIfAbsent(table, t -> new TreeSet<>()).add(name.replace("*", ""))));

        assertThat(described).isEqualTo(telling);
    }

    @Test
    void everyOtherTableIsNamed() {
        var begin = page.indexOf("These tables tell of nobody:");
        var harmless = names(page.substring(begin, page.indexOf("and those of Quartz", begin)));
        var telling = rows().map(row -> names(row[1]).get(0)).toList();

        assertThat(Stream.concat(harmless.stream(), telling.stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(columns.keySet());
    }

    @Test
    void jobsAndSettingsThatAreNamedExist() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource("src/main/resources/application.yml"))
                .get(0);
        var jobs = rows().flatMap(row -> names(row[4]).stream()).collect(Collectors.toSet());
        var named = rows().flatMap(row -> names(row[5]).stream()).collect(Collectors.toSet());

        try (var files = Files.list(Path.of("routes/job"))) {
            var routes = files.map(file -> read(file.toString())).collect(Collectors.joining("\n"));
            assertThat(jobs).isNotEmpty().allMatch(job -> routes.contains("    id: " + job + "\n"));
        }
        assertThat(named).isNotEmpty().allMatch(setting -> settings.getProperty(setting) != null);
    }

    /** Of the first table. */
    private Stream<String[]> rows() {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| table |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1));
    }

    private static List<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private static Map<String, Set<String>> columns() {
        return read("src/test/resources/columns.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": "))
                .collect(Collectors.toMap(
                        line -> line[0],
                        line -> new TreeSet<>(Arrays.asList(line[1].split(" "))),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, Set<String>> schema() {
        var schema = new TreeMap<String, Set<String>>();
        new JdbcTemplate(TestDatabases.of(Database.H2))
                .query(
                        """
                        select lower(table_name), lower(column_name)
                        from information_schema.columns
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'
                            and table_name not like 'qrtz%'
                        """,
                        row -> {
                            schema.computeIfAbsent(row.getString(1), table -> new TreeSet<>())
                                    .add(row.getString(2));
                        });
        return schema;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
