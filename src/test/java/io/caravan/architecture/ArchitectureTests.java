package io.caravan.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is kept by the service, and is broken by the offenders that were made to break it and by nobody else. */
class ArchitectureTests {

    private static final String ROOT = "io.caravan";
    private static final String OFFENDERS = "io.caravan.architecture.offenders";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(OFFENDERS);

    private static final Map<String, Set<String>> BREAKS = Map.ofEntries(
            entry("core-sees-nobody", Set.of("core.SeesTheStore")),
            entry("core-is-plain-java", Set.of("core.SeesTheStore", "core.UsesSql")),
            entry("usecase-sees-core", Set.of("usecase.SeesTheStore")),
            entry("usecase-is-plain-java", Set.of("usecase.SeesTheStore", "usecase.OpensItsTransaction")),
            entry("store-sees-core", Set.of("store.SeesAUseCase")),
            entry("json-sees-core", Set.of("json.SeesTheStore")),
            entry("receipt-sees-core-and-json", Set.of("receipt.SeesTheStore")),
            entry("dialect-sees-core-and-json-and-receipt", Set.of("dialect.second.SeesTheStore")),
            entry("channel-sees-core", Set.of("channel.push.SeesADialect")),
            entry("web-sees-core", Set.of("web.SeesAUseCase")),
            entry("sandbox-sees-core", Set.of("sandbox.SeesTheStore")),
            entry("ops-sees-core-and-usecase", Set.of("ops.SeesTheStore")),
            entry("camel-sees-core-and-usecase", Set.of("camel.SeesADialect")),
            entry("mock-sees-nobody", Set.of("mock.SeesTheCore")),
            entry("dialects-do-not-see-each-other", Set.of("dialect.second.Second")),
            entry("channels-do-not-see-each-other", Set.of("channel.push.FallsBackToSms")),
            entry("only-camel-and-the-wiring-see-camel", Set.of("web.UsesCamel")),
            entry("nobody-sees-the-wiring", Set.of("camel.SeesTheWiring")),
            entry("only-the-wiring-wires", Set.of("web.WiresItself")),
            entry("nobody-annotates-transactions", Set.of("usecase.OpensItsTransaction")),
            entry("nobody-asks-the-wall-clock", Set.of("core.AsksTheClock", "core.CountsMilliseconds")),
            entry("only-the-wiring-makes-clocks", Set.of("store.MakesAClock")),
            entry("times-are-java-time", Set.of("core.OldDate")),
            entry("core-counts-exactly", Set.of("core.RoundsMoney")),
            entry("a-use-case-does-one-thing", Set.of("usecase.DoesTwoThings", "usecase.DoesNothing")),
            entry("a-use-case-can-be-wrapped", Set.of("usecase.CannotBeWrapped")),
            entry("a-use-case-has-no-annotations", Set.of("usecase.OpensItsTransaction")),
            entry("stores-ask-for-the-merchant-first", Set.of("core.Consents", "store.JdbcConsents")),
            entry("a-dialect-has-one-front-door", Set.of("dialect.second.Second", "dialect.second.SideEntrance")),
            entry("names-say-what-a-thing-is", Set.of("core.InvoiceHelper")));

    @ParameterizedTest
    @MethodSource("names")
    void theServiceKeepsTheRule(String name) {
        rules(ROOT).get(name).allowEmptyShould(true).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRuleFindsItsOffendersAndNobodyElse(String name) {
        var report =
                rules(OFFENDERS).get(name).evaluate(BROKEN).getFailureReport().getDetails();

        var offenders = BREAKS.get(name).stream()
                .map(offender -> OFFENDERS + "." + offender)
                .toList();
        assertThat(report).allSatisfy(line -> assertThat(offenders).anyMatch(line::contains));
        assertThat(offenders).allSatisfy(offender -> assertThat(report).anyMatch(line -> line.contains(offender)));
    }

    @Test
    void everyRuleHasAnOffender() {
        assertThat(BREAKS.keySet())
                .containsExactlyInAnyOrderElementsOf(rules(ROOT).keySet());
        assertThat(BREAKS.values()).doesNotContain(Set.of());
    }

    @Test
    void everyPackageHasItsPlaceInTheShape() {
        var packages = MAIN.stream()
                .map(type -> type.getPackageName().replaceFirst("^io\\.caravan\\.?", ""))
                .map(name -> name.replaceFirst("\\..*", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());

        assertThat(packages).contains("core", "usecase").isSubsetOf(Shape.SEES.keySet());
    }

    static Stream<String> names() {
        return rules(ROOT).keySet().stream();
    }

    private static Map<String, ArchRule> rules(String root) {
        var rules = new LinkedHashMap<>(new Shape(root).rules());
        rules.putAll(new Manners(root).rules());
        return rules;
    }
}
