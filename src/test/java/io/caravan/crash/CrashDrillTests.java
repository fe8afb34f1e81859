package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.crash.drill.Drill;
import io.caravan.crash.drill.Options;
import io.caravan.support.OwnProcesses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short drill, so that the long one of {@code bench/crash} can be relied on. */
@OwnProcesses
class CrashDrillTests {

    @TempDir
    Path folder;

    @Test
    void everyPromiseIsKeptWhileInstancesBrokerAndDatabaseAreKilled() throws InterruptedException {
        var options = new Options(
                11, Duration.ofSeconds(25), 2, false, 6, Optional.empty(), Optional.empty(), folder.resolve("site"));

        var broken = new Drill(options, System.out).run();

        assertThat(broken).isEmpty();
    }
}
