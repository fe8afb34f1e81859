package io.caravan.core.ops;

import io.caravan.core.hold.Hold;
import java.util.List;

/** Endpoints, those first that get probes only, and what of all is held. */
public record EndpointBoard(List<EndpointHealth> suspended, List<EndpointHealth> others, List<Hold> holds) {

    public EndpointBoard {
        suspended = List.copyOf(suspended);
        others = List.copyOf(others);
        holds = List.copyOf(holds);
    }
}
