package io.caravan.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.NodeProject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml against the schema of the Compose Specification, and a linter's rules but for those of order. */
class ComposeSchemaTests {

    private static final Path COMPOSE = Path.of("docker-compose.yml");

    @TempDir
    Path folder;

    @Test
    void theFileIsOneOfTheSpecificationAndAMisspeltPartWouldBeSeen() throws Exception {
        var linter = new NodeProject("compose");
        var misspelt = Files.writeString(
                folder.resolve("misspelt.yml"), Files.readString(COMPOSE).replaceFirst("networks:", "netwroks:"));

        var checked = lint(linter, COMPOSE);
        var refused = lint(linter, misspelt);

        assertThat(checked.succeeded()).as(checked.output()).isTrue();
        assertThat(refused.succeeded()).as(refused.output()).isFalse();
        assertThat(refused.output()).contains("invalid-schema");
    }

    private static NodeProject.Ended lint(NodeProject linter, Path file) throws InterruptedException {
        return linter.end(
                "node_modules/.bin/dclint",
                "-c",
                "dclint.json",
                "--max-warnings",
                "0",
                file.toAbsolutePath().toString());
    }
}
