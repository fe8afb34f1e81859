package io.caravan.crash.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What merchants and payers have been promised, and what was broken of it. */
final class Journal {

    /**
     * Something that must be so in the end.
     *
     * @param fault what is otherwise, if something is
     */
    record Expectation(String about, Supplier<Optional<String>> fault) {}

    private final Progress progress;
    private final Map<String, Set<String>> accepted = new ConcurrentHashMap<>();
    private final Queue<Expectation> expectations = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> figures = new ConcurrentHashMap<>();

    Journal(Progress progress) {
        this.progress = progress;
    }

    /** The service has taken this; {@code kind}: of what. */
    void accepted(String kind, String id) {
        accepted.computeIfAbsent(kind, any -> ConcurrentHashMap.newKeySet()).add(id);
        count(kind + " accepted");
    }

    Set<String> accepted(String kind) {
        return accepted.getOrDefault(kind, Set.of());
    }

    void expect(String about, Supplier<Optional<String>> fault) {
        expectations.add(new Expectation(about, fault));
    }

    /** It must be one of these in the end. */
    void expect(String about, Supplier<String> actual, Collection<String> expected) {
        expect(about, () -> Optional.of(actual.get())
                .filter(one -> !expected.contains(one))
                .map(one -> "is " + one + " and should be " + String.join(" or ", expected)));
    }

    List<Expectation> expectations() {
        return List.copyOf(expectations);
    }

    /** A promise was broken; that is told at once. */
    void broken(String what) {
        progress.say("BROKEN " + what);
        broken.add(what);
    }

    List<String> broken() {
        return new ArrayList<>(broken);
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, long more) {
        figures.computeIfAbsent(what, any -> new LongAdder()).add(more);
    }

    Map<String, Long> figures() {
        var all = new TreeMap<String, Long>();
        figures.forEach((what, sum) -> all.put(what, sum.sum()));
        return all;
    }
}
