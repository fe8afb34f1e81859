package io.caravan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 that are on the disk when a commit returns: {@code jdbc:h2:synced:} instead of {@code jdbc:h2:file:}. H2
 * leaves what it writes to the operating system for some seconds, so that commits outlive the process and not a failure of
 * power. The files are the same.
 */
public final class SyncedH2Files extends FilePathWrapper {

    private static final String SCHEME = "synced";

    static {
        FilePath.register(new SyncedH2Files());
    }

    /** Makes the scheme known to H2. */
    public static void register() {
        // Done when this class is loaded.
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return super.open(mode.equals("rw") ? "rwd" : mode);
    }
}
