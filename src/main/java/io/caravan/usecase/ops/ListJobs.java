package io.caravan.usecase.ops;

import io.caravan.core.hold.Holds;
import io.caravan.core.ops.JobBoard;
import io.caravan.core.ops.JobRuns;

/** Tells operators when jobs have run and will run, and which are held. */
public class ListJobs {

    private final JobRuns runs;
    private final Holds holds;

    public ListJobs(JobRuns runs, Holds holds) {
        this.runs = runs;
        this.holds = holds;
    }

    public JobBoard list() {
        return new JobBoard(runs.all(), holds.all());
    }
}
