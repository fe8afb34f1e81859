package io.caravan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The star: who may see whom among the packages under one root, by the name of each rule. */
final class Shape {

    /** Each package under the root, and the ones it may see besides itself. */
    static final Map<String, Set<String>> SEES = new TreeMap<>(Map.ofEntries(
            entry("core", Set.of()),
            entry("usecase", Set.of("core")),
            entry("store", Set.of("core")),
            entry("json", Set.of("core")),
            entry("receipt", Set.of("core", "json")),
            entry("dialect", Set.of("core", "json", "receipt")),
            entry("channel", Set.of("core")),
            entry("web", Set.of("core")),
            entry("sandbox", Set.of("core")),
            entry("ops", Set.of("core", "usecase")),
            entry("camel", Set.of("core", "usecase")),
            entry("mock", Set.of())));

    /** What the core is made of: the language, identifiers and phone numbers. */
    private static final String[] PLAIN_JAVA = {
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.net",
        "java.nio..",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util..",
        "javax.crypto.."
    };

    private static final String[] CORE_LIBRARIES = {
        "com.fasterxml.uuid..", "com.google.i18n.phonenumbers..", "com.google.re2j.."
    };

    private final String root;

    Shape(String root) {
        this.root = root;
    }

    Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        SEES.forEach((name, others) -> rules.put(name + "-sees-" + seen(others), seesOnly(name, others)));
        rules.put(
                "core-is-plain-java",
                classes()
                        .that()
                        .resideInAPackage(in("core"))
                        .should()
                        .onlyDependOnClassesThat(resideInAPackage(in("core"))
                                .or(resideInAnyPackage(PLAIN_JAVA))
                                .or(resideInAnyPackage(CORE_LIBRARIES))));
        rules.put(
                "usecase-is-plain-java",
                classes()
                        .that()
                        .resideInAPackage(in("usecase"))
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(in("core"), in("usecase")).or(resideInAnyPackage(PLAIN_JAVA))));
        rules.put("dialects-do-not-see-each-other", apart("dialect"));
        rules.put("channels-do-not-see-each-other", apart("channel"));
        rules.put(
                "only-camel-and-the-wiring-see-camel",
                noClasses()
                        .that(isUnderRoot().and(not(resideInAnyPackage(in("camel"), root))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.camel.."));
        rules.put(
                "nobody-sees-the-wiring",
                noClasses()
                        .that(isUnderRoot().and(not(resideInAPackage(root))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root));
        rules.put(
                "only-the-wiring-wires",
                noClasses()
                        .that(isUnderRoot().and(not(resideInAPackage(root))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        "org.springframework.stereotype..",
                                        "org.springframework.beans.factory.annotation..")
                                .or(resideInAPackage("org.springframework.context.annotation")
                                        .and(not(simpleName("Profile"))))));
        rules.put(
                "nobody-annotates-transactions",
                noClasses()
                        .that(isUnderRoot())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.transaction.annotation..", "jakarta.transaction.."));
        return rules;
    }

    private ArchRule seesOnly(String name, Set<String> others) {
        var forbidden = SEES.keySet().stream()
                .filter(other -> !other.equals(name) && !others.contains(other))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    private ArchRule apart(String name) {
        return slices().matching(root + "." + name + ".(*)..").should().notDependOnEachOther();
    }

    private DescribedPredicate<JavaClass> isUnderRoot() {
        return resideInAPackage(root + "..");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static String seen(Set<String> others) {
        return others.isEmpty() ? "nobody" : String.join("-and-", new java.util.TreeSet<>(others));
    }
}
