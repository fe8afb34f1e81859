package io.caravan.usecase.callback;

import io.caravan.core.hold.Holds;
import io.caravan.core.ops.EndpointBoard;
import io.caravan.core.ops.EndpointHealth;
import io.caravan.core.ops.EndpointHealths;
import io.caravan.core.ops.EndpointQuery;
import java.util.List;
import java.util.UUID;

/** Tells operators how merchants' endpoints stand, a page at a time. */
public class ListEndpointHealth {

    /** Endpoints on a page. */
    public static final int PAGE = 25;

    private static final UUID FIRST = new UUID(0, 0);

    private final EndpointHealths healths;
    private final Holds holds;

    public ListEndpointHealth(EndpointHealths healths, Holds holds) {
        this.healths = healths;
        this.holds = holds;
    }

    public EndpointBoard list(EndpointQuery query) {
        if (query.merchant().isPresent()) {
            return new EndpointBoard(List.of(), healths.of(query.merchant().get(), PAGE), holds.all());
        }
        var suspended = query.after().isPresent() ? List.<EndpointHealth>of() : healths.suspended(PAGE);
        return new EndpointBoard(suspended, healths.after(query.after().orElse(FIRST), PAGE), holds.all());
    }
}
