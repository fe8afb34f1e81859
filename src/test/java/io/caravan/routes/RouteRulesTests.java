package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is kept by all routes, and broken by the files that were made to break it and no other rule. */
class RouteRulesTests {

    private static final Path BROKEN = Path.of("src/test/resources/routes-broken");
    private static final Map<String, RouteRules.Rule> RULES = RouteRules.in(new RouteBeans());
    private static final String TOO_LONG = "is-short";
    private static final List<RouteFile> ALL = Stream.of(RouteFile.ROUTES, RouteFile.MOCKS)
            .map(RouteFile::allIn)
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @MethodSource("names")
    void theRoutesKeepTheRule(String name) {
        assertThat(ALL).isNotEmpty();
        assertThat(RULES.get(name).findings(ALL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsFoundByItsRuleAndByNoOther(Path file) {
        var brokenRule = ruleOf(file);
        var files = List.of(RouteFile.read(file));

        assertThat(RULES).containsKey(brokenRule);
        RULES.forEach((name, rule) -> {
            if (name.equals(brokenRule)) {
                assertThat(rule.findings(files)).as(name).isNotEmpty();
            } else {
                assertThat(rule.findings(files)).as(name).isEmpty();
            }
        });
    }

    @Test
    void aLongFileIsFound() {
        var file = ALL.get(0);
        var longer = RouteFile.of(file.path(), file.text() + "\n".repeat(301));

        assertThat(RULES.get(TOO_LONG).findings(List.of(longer))).hasSize(1);
    }

    @Test
    void everyRuleHasABrokenFile() {
        assertThat(Stream.concat(Stream.of(TOO_LONG), broken().map(RouteRulesTests::ruleOf)))
                .containsAll(RULES.keySet());
    }

    /** The file name up to its first full stop. */
    private static String ruleOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*", "");
    }

    static Stream<String> names() {
        return RULES.keySet().stream();
    }

    static Stream<Path> broken() {
        return RouteFile.allIn(BROKEN).stream().map(RouteFile::path);
    }
}
