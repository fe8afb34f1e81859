package io.caravan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.crash.drill.Break;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** What a drill spoils on purpose is still there to be spoilt. */
class BreakTests {

    private static final Path ROUTES = Path.of("routes");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBreakSpoilsOneFileOfRoutes(Break one) throws IOException {
        var spoilt = changed(one.routesIn(folder.resolve("routes")));

        assertThat(spoilt).hasSize(1);
        for (var file : spoilt) {
            List<Object> routes = new Yaml().load(Files.readString(file));
            assertThat(routes).isNotEmpty();
        }
    }

    private static List<Path> changed(Path copy) throws IOException {
        try (var files = Files.walk(copy)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> differs(file, ROUTES.resolve(copy.relativize(file))))
                    .toList();
        }
    }

    private static boolean differs(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
