package io.caravan.camel.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.route.RouteCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a restart when its file is changed. */
class WaitingRoutesTests extends WithRouteFiles {

    @Test
    void whatBelongsToAnApiWaitsForARestartAndIsLookedAtAllTheSame() throws IOException {
        var door = rig.camel.getRoute("door");

        rig.write(
                "api/door.camel.yaml",
                rig.hearing("door", "api", "direct:door", "new").replace("hear(", "nothing("));
        rig.look();
        assertThat(rig.condition("api/door.camel.yaml")).isEqualTo(RouteCondition.BROKEN);
        rig.delete("api/door.camel.yaml");
        rig.look();

        assertThat(rig.condition("api/door.camel.yaml")).isEqualTo(RouteCondition.WAITS);
        assertThat(rig.camel.getRoute("door")).isSameAs(door);
    }

    @Test
    void whatBelongsToTheConsoleWaitsForARestartAndIsSaidToDoSo() throws IOException {
        Files.createDirectories(rig.folder.resolve("ops"));

        rig.write("ops/page.camel.yaml", rig.hearing("page", "ops", "direct:page", "a page"));
        rig.look();

        assertThat(rig.condition("ops/page.camel.yaml")).isEqualTo(RouteCondition.WAITS);
        assertThat(rig.camel.getRoute("page")).isNull();
    }

    @Test
    void whatCallersAreToReachWaitsForARestart() throws IOException {
        var rest =
                "- rest:\n    id: gate\n    path: /gate\n    post:\n      - id: post-gate\n        description: Opens\n"
                        + "        to: direct:gate\n";

        rig.write("workflow/gate.camel.yaml", rig.hearing("gate", "workflow", "direct:gate", "a gate") + rest);
        rig.look();

        assertThat(rig.condition("workflow/gate.camel.yaml")).isEqualTo(RouteCondition.WAITS);
        assertThat(rig.camel.getRoute("gate")).isNull();
    }

    @Test
    void whereNothingIsSwappedEverythingWaitsForARestart(@TempDir Path folder) throws Exception {
        try (var still = new LiveRig(folder)) {
            still.write(FILE, ask("old"));
            still.start(false, Duration.ofSeconds(20));

            still.write(FILE, ask("new"));
            still.look();
            still.send("direct:ask", "one");

            assertThat(still.ear.heard).containsExactly("old one");
            assertThat(still.condition(FILE)).isEqualTo(RouteCondition.WAITS);
        }
    }
}
