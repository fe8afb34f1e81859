package io.caravan.camel.live;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Routes that run, and the files that they are in. */
abstract class WithRouteFiles {

    static final String FILE = "workflow/ask.camel.yaml";
    LiveRig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new LiveRig(folder);
        rig.write(FILE, ask("old")).toFile().setLastModified(1);
        rig.write("workflow/other.camel.yaml", rig.hearing("other", "workflow", "direct:other", "other"));
        rig.write("api/door.camel.yaml", rig.hearing("door", "workflow", "direct:door", "door"));
        rig.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    String ask(String saying) {
        return rig.hearing("ask", "workflow", "direct:ask", saying);
    }
}
