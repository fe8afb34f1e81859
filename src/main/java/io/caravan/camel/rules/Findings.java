package io.caravan.camel.rules;

import io.caravan.camel.rules.RouteFile.Element;
import io.caravan.camel.rules.RouteFile.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a rule has found: where, and what is wrong there. */
public final class Findings {

    private Findings() {}

    /** Elements that fail the test. */
    static List<String> unless(Stream<Element> elements, Predicate<Element> test, String complaint) {
        return elements.filter(test.negate())
                .map(element -> element.where() + " " + complaint)
                .toList();
    }

    /** Steps that fail the test. */
    static List<String> unlessAll(Stream<Element> elements, BiPredicate<Element, Step> test, String complaint) {
        return elements.flatMap(element -> element.steps().stream()
                        .filter(step -> !test.test(element, step))
                        .map(step -> element.at(step) + " " + complaint))
                .toList();
    }

    /** Values that occur more than once. */
    static List<String> repeated(String what, Collection<String> values) {
        var seen = new HashSet<String>();
        return values.stream()
                .filter(value -> !seen.add(value))
                .map(value -> what + " " + value + " occurs more than once")
                .toList();
    }

    /** One after the other. */
    public static List<String> join(List<String> one, List<String> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
