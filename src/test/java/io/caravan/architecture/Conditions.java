package io.caravan.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules ask of classes and methods beyond ArchUnit's own vocabulary. */
final class Conditions {

    private Conditions() {}

    /** One public method, besides the constructor. */
    static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var methods = type.getMethods().stream()
                        .filter(method -> isPublic(method)
                                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && !method.getModifiers().contains(JavaModifier.BRIDGE))
                        .map(JavaMethod::getName)
                        .sorted()
                        .toList();
                if (methods.size() != 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + methods));
                }
            }
        };
    }

    /** No annotation on the class, its constructors, methods, parameters and fields. */
    static ArchCondition<JavaClass> haveNoAnnotations() {
        return new ArchCondition<>("have no annotations") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var members = type.getMembers().stream().flatMap(member -> member.getAnnotations().stream());
                var parameters = type.getCodeUnits().stream()
                        .flatMap(unit -> unit.getParameters().stream())
                        .flatMap(parameter -> parameter.getAnnotations().stream());
                Stream.of(type.getAnnotations().stream(), members, parameters)
                        .flatMap(annotations -> annotations)
                        .forEach(annotation -> events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " has @"
                                        + annotation.getRawType().getSimpleName())));
            }
        };
    }

    /** Public, and no other top-level class of the package is. */
    static ArchCondition<JavaClass> beAloneInTheirPackage() {
        return new ArchCondition<>("be alone in their package") {

            private Map<String, Long> counts = Map.of();

            @Override
            public void init(Collection<JavaClass> all) {
                counts = all.stream().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (counts.get(type.getPackageName()) > 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not the only public class"));
                }
            }
        };
    }

    /** A class of this package, or an interface that one of them implements. */
    static DescribedPredicate<JavaClass> implementedIn(String storePackage) {
        var ofTheStore = JavaClass.Predicates.resideInAPackage(storePackage);
        return DescribedPredicate.describe(
                "are stores",
                type -> ofTheStore.test(type)
                        || type.isInterface()
                                && type.getAllSubclasses().stream().anyMatch(ofTheStore));
    }

    /** If a parameter is of this type, it is the first. */
    static ArchCondition<JavaMethod> takeFirst(String parameterType) {
        return new ArchCondition<>("take " + parameterType + " first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var types = method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList();
                if (isPublic(method) && types.indexOf(parameterType) > 0) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " does not take the merchant first"));
                }
            }
        };
    }

    private static boolean isPublic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
