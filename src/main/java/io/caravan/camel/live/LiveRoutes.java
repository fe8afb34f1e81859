package io.caravan.camel.live;

import io.caravan.core.route.RouteCondition;
import io.caravan.core.route.RouteStanding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what runs in step with the folder of the routes, a file at a time. A file that cannot run changes nothing, and
 * neither do other files because of it. What cannot be swapped while the service runs is only told.
 */
final class LiveRoutes {

    private static final Logger LOG = LoggerFactory.getLogger("caravan.routes");
    private static final String RESTART = "Start the service again to have it run as it is in the folder now";

    private final RouteFolder folder;
    private final RouteCheck check;
    private final RouteSwap swap;
    private final boolean swaps;
    private final SortedMap<String, RouteText> running = new TreeMap<>();
    private final Map<String, List<String>> faults = new TreeMap<>();
    private final Map<String, List<String>> waiting = new TreeMap<>();
    private String seen;
    private Set<String> swapping = Set.of();
    private volatile List<RouteStanding> standings = List.of();

    /** @param swaps whether routes may be swapped at all; if not, all changes wait for a restart */
    LiveRoutes(RouteFolder folder, RouteCheck check, RouteSwap swap, boolean swaps) throws IOException {
        this.folder = folder;
        this.check = check;
        this.swap = swap;
        this.swaps = swaps;
        var texts = folder.read();
        texts.forEach((path, text) -> text.ifPresent(there -> running.put(path, there)));
        seen = situation(texts);
        tell();
    }

    /** All files, by path, those included that run and are gone. */
    List<RouteStanding> standings() {
        return standings;
    }

    /** Looks into the folder once, and does what has to be done. Answers whether anything is different now. */
    boolean look() throws IOException {
        var now = folder.look();
        if (now.isEmpty() || situation(now.get()).equals(seen)) {
            return false;
        }
        faults.clear();
        waiting.clear();
        rename(now.get());
        stopGone(now.get());
        swapChanged(now.get());
        seen = situation(now.get());
        tell();
        return true;
    }

    private String situation(SortedMap<String, Optional<RouteText>> now) {
        return RouteText.hash(now.toString() + running);
    }

    private void rename(SortedMap<String, Optional<RouteText>> now) {
        for (var gone : List.copyOf(running.values())) {
            var folder = gone.path().replaceFirst("[^/]*$", "");
            now.values().stream()
                    .flatMap(Optional::stream)
                    .filter(text -> !now.containsKey(gone.path()) && !running.containsKey(text.path()))
                    .filter(text -> text.text().equals(gone.text())
                            && text.path().replaceFirst("[^/]*$", "").equals(folder))
                    .findFirst()
                    .ifPresent(text -> {
                        running.remove(gone.path());
                        running.put(text.path(), text);
                        LOG.info("{} is called {} now", gone.path(), text.path());
                    });
        }
    }

    private void stopGone(SortedMap<String, Optional<RouteText>> now) {
        for (var gone : List.copyOf(running.values())) {
            if (now.containsKey(gone.path())) {
                continue;
            }
            if (isSwapped(gone)) {
                put(List.of(gone), List.of());
            } else {
                waiting.put(gone.path(), List.of("The file is gone. " + RESTART));
            }
        }
    }

    private void swapChanged(SortedMap<String, Optional<RouteText>> now) {
        now.forEach((path, text) -> {
            if (text.isEmpty()) {
                faults.put(path, List.of("The file cannot be read"));
            }
        });
        var open = new ArrayList<>(now.values().stream()
                .flatMap(Optional::stream)
                .filter(text -> !text.equals(running.get(text.path())))
                .toList());
        open.stream().filter(text -> !isSwapped(text)).forEach(this::wait);
        open.removeIf(text -> !isSwapped(text));
        int before;
        do {
            before = open.size();
            open.removeIf(text -> take(List.of(text)));
        } while (open.size() < before);
        if (open.size() > 1 && take(open)) {
            open.clear();
        }
        open.forEach(text -> LOG.error(
                "{} cannot run as it is now, and what ran before goes on: {}",
                text.path(),
                String.join("; ", faults.getOrDefault(text.path(), List.of()))));
    }

    /** Says what would become of it at the next start. */
    private void wait(RouteText text) {
        var wrong = check.faults(running.values(), after(List.of(text)), List.of(text));
        if (wrong.isEmpty()) {
            LOG.warn("{} has changed: start the service again", text.path());
            waiting.put(text.path(), List.of(RESTART));
        } else {
            LOG.error("{} would stop the next start: {}", text.path(), String.join("; ", wrong));
            faults.put(text.path(), wrong);
        }
    }

    /** Has the files run instead of what runs of them. Answers whether they do. */
    private boolean take(Collection<RouteText> texts) {
        var wrong = check.faults(running.values(), after(texts), texts);
        if (wrong.isEmpty()) {
            return put(
                    texts.stream()
                            .map(text -> running.get(text.path()))
                            .filter(old -> old != null)
                            .toList(),
                    texts);
        }
        texts.forEach(text -> faults.merge(text.path(), wrong, (one, other) -> one));
        return false;
    }

    private boolean put(Collection<RouteText> old, Collection<RouteText> replacements) {
        var paths = new TreeSet<>(Stream.concat(old.stream(), replacements.stream())
                .map(RouteText::path)
                .collect(Collectors.toSet()));
        swapping = paths;
        tell();
        try {
            swap.replace(old, replacements);
            paths.forEach(running::remove);
            replacements.forEach(text -> running.put(text.path(), text));
            paths.forEach(faults::remove);
            LOG.info("{} {}", paths, replacements.isEmpty() ? "is gone; its routes have stopped" : "runs as it is now");
            return true;
        } catch (Exception e) {
            paths.forEach(path -> faults.put(path, List.of(RouteCheck.reason(e))));
            return false;
        } finally {
            swapping = Set.of();
        }
    }

    private boolean isSwapped(RouteText text) {
        return swaps && text.isLive();
    }

    private Collection<RouteText> after(Collection<RouteText> texts) {
        var all = new TreeMap<>(running);
        texts.forEach(text -> all.put(text.path(), text));
        return all.values();
    }

    private void tell() {
        var paths = new TreeSet<>(running.keySet());
        paths.addAll(faults.keySet());
        paths.addAll(waiting.keySet());
        standings = paths.stream().map(this::standing).toList();
    }

    private RouteStanding standing(String path) {
        var hash = running.containsKey(path) ? running.get(path).hash() : "";
        if (swapping.contains(path)) {
            return new RouteStanding(path, hash, RouteCondition.SWAPS, List.of("Its routes end what they work on"));
        }
        if (faults.containsKey(path)) {
            return new RouteStanding(path, hash, RouteCondition.BROKEN, faults.get(path));
        }
        return waiting.containsKey(path)
                ? new RouteStanding(path, hash, RouteCondition.WAITS, waiting.get(path))
                : new RouteStanding(path, hash, RouteCondition.RUNS, List.of());
    }
}
