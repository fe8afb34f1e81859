package io.caravan.core.callback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Attempts whose outcome is stored.
 *
 * @param suspended endpoints that have been suspended for it
 * @param resumed endpoints whose suspension it has ended
 */
public record Recorded(List<Verdict> verdicts, Set<EndpointId> suspended, Set<EndpointId> resumed) {

    public static final Recorded NOTHING = new Recorded(List.of(), Set.of(), Set.of());

    public Recorded {
        verdicts = List.copyOf(verdicts);
        suspended = Set.copyOf(suspended);
        resumed = Set.copyOf(resumed);
    }

    /** What was stored one after the other. */
    public static Recorded together(Collection<Recorded> parts) {
        var verdicts = new ArrayList<Verdict>();
        var suspended = new HashSet<EndpointId>();
        var resumed = new HashSet<EndpointId>();
        for (var part : parts) {
            verdicts.addAll(part.verdicts());
            suspended.addAll(part.suspended());
            resumed.addAll(part.resumed());
        }
        return new Recorded(verdicts, suspended, resumed);
    }

    /** The endpoints for which something may have become due. */
    public Set<EndpointId> endpoints() {
        return verdicts.stream()
                .map(verdict -> verdict.attempt().posting().endpoint())
                .collect(Collectors.toSet());
    }
}
