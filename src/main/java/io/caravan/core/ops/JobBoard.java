package io.caravan.core.ops;

import io.caravan.core.hold.Hold;
import java.util.List;

/** All jobs, and what is held. */
public record JobBoard(List<JobRun> runs, List<Hold> holds) {

    public JobBoard {
        runs = List.copyOf(runs);
        holds = List.copyOf(holds);
    }
}
