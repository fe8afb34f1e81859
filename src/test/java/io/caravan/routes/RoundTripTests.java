package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What Kaoto does with a file when it saves: reads it as YAML 1.2, and writes the tree anew, without comments and with
 * its own line breaks, and quotes that both versions of YAML understand.
 */
class RoundTripTests {

    private static final Load YAML_1_2 = new Load(LoadSettings.builder().build());

    static Stream<RouteFile> files() {
        return Stream.of(RouteFile.ROUTES, RouteFile.MOCKS).flatMap(folder -> RouteFile.allIn(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileMeansTheSameInBothVersionsOfYamlAndAfterItWasWrittenAnew(RouteFile file) {
        var before = YAML_1_2.loadFromString(file.text());
        var written = new Yaml().dump(before);

        assertThat(inYaml11(file.text())).isEqualTo(before);
        assertThat(YAML_1_2.loadFromString(written)).isEqualTo(before);
        assertThat(inYaml11(written)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatWasWrittenAnewKeepsTheRules(RouteFile file) {
        var written = new Yaml().dump(YAML_1_2.loadFromString(file.text()));
        var again = List.of(RouteFile.of(file.path(), written));

        RouteRules.ofOneFile().forEach((name, rule) -> {
            if (!name.equals("is-short")) {
                assertThat(rule.findings(again)).as(name).isEmpty();
            }
        });
    }

    private static Object inYaml11(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
