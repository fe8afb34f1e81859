package io.caravan.bench;

import io.caravan.SyncedH2Files;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty databases of one kind, with the durability that production has: an answered request survives a crash. */
interface Databases extends AutoCloseable {

    /** The kind and its version. */
    String product();

    /** The address of the database with that name, which is made if need be. */
    String url(String name) throws Exception;

    String user();

    @Override
    void close() throws IOException;

    /** H2 in files under the directory; each process has its own. */
    static Databases h2(Path directory) throws IOException {
        Files.createDirectories(directory);
        SyncedH2Files.register();
        return new Databases() {
            @Override
            public String product() {
                return "H2 " + org.h2.engine.Constants.VERSION;
            }

            @Override
            public String url(String name) {
                return "jdbc:h2:synced:" + directory.resolve(name) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                        + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;RETENTION_TIME=1000;MAX_COMPACT_TIME=10000;LOCK_TIMEOUT=2000;ANALYZE_AUTO=0;DB_CLOSE_ON_EXIT=FALSE";
            }

            @Override
            public String user() {
                return "sa";
            }

            @Override
            public void close() {}
        };
    }
}
