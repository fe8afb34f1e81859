package io.caravan.camel.live;

import io.caravan.camel.rules.RouteFile;
import io.caravan.camel.rules.RouteRules;
import io.caravan.camel.rules.Surroundings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether files may take the place of others: they are what the language allows, keep the rules, and can be made. A
 * rule that the files of the start have broken already stops nobody.
 */
final class RouteCheck {

    private static final int SHOWN = 10;

    private final List<RouteFile> neighbours;
    private final Surroundings surroundings;
    private final RouteTrial trial;
    private final Map<RouteText, RouteFile> parsed = new HashMap<>();

    /** @param neighbours files of routes that run beside those of the folder, and change never */
    RouteCheck(Surroundings surroundings, List<RouteFile> neighbours, RouteTrial trial) {
        this.neighbours = List.copyOf(neighbours);
        this.surroundings = surroundings;
        this.trial = trial;
    }

    /**
     * What is wrong, in words; nothing if all is well.
     *
     * @param now all that runs
     * @param then all that would run
     * @param candidates those of them that are new
     */
    List<String> faults(Collection<RouteText> now, Collection<RouteText> then, Collection<RouteText> candidates) {
        try {
            return found(now, then, candidates);
        } catch (RuntimeException | StackOverflowError e) {
            parsed.keySet().removeAll(candidates);
            return List.of("The rules cannot read this: " + reason(e));
        }
    }

    private List<String> found(
            Collection<RouteText> now, Collection<RouteText> then, Collection<RouteText> candidates) {
        for (var candidate : candidates) {
            try {
                parsed.put(candidate, candidate.parsed());
            } catch (RuntimeException e) {
                return List.of("This is no list of routes in YAML: " + firstLines(e));
            }
        }
        parsed.keySet().removeIf(text -> !now.contains(text) && !then.contains(text));
        var paths = candidates.stream().map(RouteText::path).toList();
        var findings = new ArrayList<>(findings(then, paths));
        findings.removeAll(findings(now, paths));
        return findings.isEmpty()
                ? tried(then.stream().filter(RouteText::isConfig).toList(), candidates)
                : findings.stream().limit(SHOWN).toList();
    }

    /** What breaks a rule: in the files of these paths, or in how all files go together. */
    private List<String> findings(Collection<RouteText> texts, Collection<String> paths) {
        var some = texts.stream()
                .filter(text -> paths.contains(text.path()))
                .map(this::file)
                .toList();
        var all = Stream.concat(neighbours.stream(), texts.stream().map(this::file))
                .toList();
        return Stream.concat(
                        RouteRules.ofOneFile().values().stream().map(rule -> rule.findings(some)),
                        RouteRules.ofAllFiles(surroundings).values().stream().map(rule -> rule.findings(all)))
                .flatMap(List::stream)
                .toList();
    }

    private RouteFile file(RouteText text) {
        return parsed.computeIfAbsent(text, RouteText::parsed);
    }

    private static String firstLines(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .limit(4)
                .map(String::strip)
                .collect(Collectors.joining(" / "));
    }

    private List<String> tried(Collection<RouteText> config, Collection<RouteText> candidates) {
        try {
            trial.load(
                    config, candidates.stream().filter(text -> !text.isConfig()).toList());
            return List.of();
        } catch (Exception e) {
            return List.of(reason(e));
        }
    }

    /** What an exception says, and what its cause says. */
    static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var outer = String.valueOf(e.getMessage());
        var inner = String.valueOf(root.getMessage());
        return outer.contains(inner) ? outer : outer + " (" + inner + ")";
    }
}
