package io.caravan.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** How classes under one root are written, by the name of each rule. */
final class Manners {

    private final String root;

    Manners(String root) {
        this.root = root;
    }

    Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "nobody-asks-the-wall-clock",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .callMethodWhere(
                                target(nameMatching("now")).and(target(owner(resideInAPackage("java.time..")))))
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "only-the-wiring-makes-clocks",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root)
                        .should()
                        .callMethodWhere(
                                target(nameMatching("system.*|tick.*")).and(target(owner(type(Clock.class))))));
        rules.put(
                "times-are-java-time",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)"
                                + "|java\\.sql\\.(Date|Time|Timestamp)|java\\.text\\.(Simple)?DateFormat"));
        rules.put(
                "core-counts-exactly",
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(in("core"))
                        .and()
                        .areNotStatic()
                        .should()
                        .haveRawType(nameMatching("double|float|java\\.lang\\.(Double|Float)")));
        rules.put(
                "a-use-case-does-one-thing",
                classes()
                        .that()
                        .resideInAPackage(in("usecase"))
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .arePublic()
                        .should(Conditions.haveOnePublicMethod()));
        rules.put(
                "a-use-case-can-be-wrapped",
                classes()
                        .that()
                        .resideInAPackage(in("usecase"))
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .arePublic()
                        .should()
                        .notHaveModifier(JavaModifier.FINAL));
        rules.put(
                "a-use-case-has-no-annotations",
                classes().that().resideInAPackage(in("usecase")).should(Conditions.haveNoAnnotations()));
        rules.put(
                "stores-ask-for-the-merchant-first",
                methods()
                        .that()
                        .areDeclaredInClassesThat(Conditions.implementedIn(in("store")))
                        .should(Conditions.takeFirst(root + ".core.merchant.MerchantId")));
        rules.put(
                "a-dialect-has-one-front-door",
                classes()
                        .that()
                        .resideInAPackage(in("dialect"))
                        .and()
                        .arePublic()
                        .and()
                        .areTopLevelClasses()
                        .should(Conditions.beAloneInTheirPackage()));
        rules.put(
                "names-say-what-a-thing-is",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveNameMatching(".*[a-z0-9](Managers?|Helpers?|Impl|Utils?|Dtos?|DTO|Base)"));
        return rules;
    }

    private String in(String name) {
        return root + "." + name + "..";
    }
}
