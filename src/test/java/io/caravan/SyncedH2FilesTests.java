package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedH2FilesTests {

    private static final List<String> MODES = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    /** Hears how files are opened. */
    public static final class Listening extends FilePathWrapper {

        @Override
        public String getScheme() {
            return "listening";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            if (getBase().toString().endsWith(".mv.db")) {
                MODES.add(mode);
            }
            return super.open(mode);
        }
    }

    @BeforeAll
    static void makeSchemesKnown() {
        new H2Sessions();
        FilePath.register(new Listening());
    }

    @Test
    void eachWriteToTheDatabaseIsOnTheDiskWhenItReturns() throws SQLException {
        MODES.clear();

        say("synced:listening:", "create table kept (id integer)");

        assertThat(MODES).isNotEmpty().containsOnly("rwd");
    }

    @Test
    void theFileIsThatOfAnyDatabase() throws SQLException {
        say("synced:", "create table kept (id integer)");
        say("file:", "insert into kept values (7)");

        assertThat(say("synced:", "delete from kept where id = 7")).isEqualTo(1);
    }

    private int say(String scheme, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + scheme + folder.resolve("data"), "sa", "");
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
