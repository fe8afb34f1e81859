package io.caravan.core.callback;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Attempts whose outcome is stored. */
public record Recorded(List<Verdict> verdicts) {

    public Recorded {
        verdicts = List.copyOf(verdicts);
    }

    /** The endpoints for which something may have become due. */
    public Set<EndpointId> endpoints() {
        return verdicts.stream()
                .map(verdict -> verdict.attempt().posting().endpoint())
                .collect(Collectors.toSet());
    }
}
