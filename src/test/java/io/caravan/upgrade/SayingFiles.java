package io.caravan.upgrade;

import io.caravan.store.Database;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a version says to each of the databases, in {@code src/test/resources/version-before}; how it is written there. */
final class SayingFiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "version-before");
    private static final Path WORDS = FOLDER.resolve("words.txt");

    private SayingFiles() {}

    static List<Saying> read(Database database) {
        return Saying.readAll(text(file(database)));
    }

    /** The words that a version writes into rows and reads there. */
    static Map<String, List<String>> wordsBefore() {
        return StoredWords.read(text(WORDS));
    }

    /** Makes the files of what {@link Recorder} has heard; tells what is in none of them, and why. */
    public static void main(String[] args) throws IOException, SQLException {
        List<Saying> heard;
        try (var files = Files.list(Recorder.FOLDER)) {
            heard = Saying.distinct(files.map(SayingFiles::text)
                    .flatMap(text -> Saying.readAll(text).stream())
                    .toList());
        }
        var unknown = new HashSet<>(heard);
        for (var database : Database.values()) {
            try (var tables = TestDatabases.fresh(database);
                    var rehearsal = new Rehearsal(tables, database)) {
                var taken = new ArrayList<Saying>();
                for (var saying : heard) {
                    try {
                        taken.add(rehearsal.tried(saying));
                        unknown.remove(saying);
                    } catch (SQLException e) {
                        System.out.println("not on " + database + ": " + e.getMessage() + ": " + saying.sql());
                    }
                }
                write(database, taken, new JdbcTemplate(tables));
            }
        }
        Files.writeString(WORDS, StoredWords.written(StoredWords.ofToday()));
        unknown.forEach(saying -> System.out.println("NOWHERE " + saying.sql()));
        System.exit(0);
    }

    private static void write(Database database, List<Saying> taken, JdbcTemplate tables) throws IOException {
        Files.createDirectories(FOLDER);
        var newest = tables.queryForObject(
                "select max(cast(\"version\" as integer)) from \"flyway_schema_history\"", Integer.class);
        Files.writeString(
                file(database),
                "# What the version with migration %d says to %s, recorded by bench/statements\n\n"
                                .formatted(newest, database)
                        + taken.stream().map(Saying::written).collect(Collectors.joining("\n")));
        var words = taken.stream()
                .flatMap(saying ->
                        Stream.of(saying.sql().toLowerCase(Locale.ROOT).split("\\W+")))
                .collect(Collectors.toSet());
        var silent = tables.queryForList(
                "select lower(table_name) from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'",
                String.class);
        silent.removeAll(words);
        System.out.printf(
                "%s: %d statements, %d with values; tables that none is about: %s%n",
                database,
                taken.size(),
                taken.stream().filter(saying -> !saying.examples().isEmpty()).count(),
                silent);
        taken.stream()
                .filter(saying -> saying.examples().isEmpty())
                .forEach(saying -> System.out.println("no values fit on " + database + ": " + saying.sql()));
    }

    private static Path file(Database database) {
        return FOLDER.resolve(database.name().toLowerCase(Locale.ROOT) + ".txt");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
